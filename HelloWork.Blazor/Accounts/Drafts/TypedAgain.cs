using System.Collections;
using System.Globalization;
using System.Reflection;
using HelloWork.Domain.Accounts.Drafts;

namespace HelloWork.Blazor.Accounts.Drafts;

/// <summary>
/// Puts what a draft keeps back into what its form posts, by the names of the fields: «Offer.Times[0].Day». Texts, ticks, lists and parts of their own;
/// keys and counts that a page draws for each form anew aren't typed, and stay as they are.
/// </summary>
public static class TypedAgain
{
    /// <summary>A list in a form is shorter than this.</summary>
    private const int MostRows = 50;

    /// <param name="prefix">Of the names: that of the page's property.</param>
    public static T Into<T>(this TypedFields fields, string prefix) where T : new()
    {
        var form = new T();
        Fill(fields, prefix, form);
        return form;
    }

    /// <summary>Null where it is what the form shows anyway: nobody has typed anything.</summary>
    public static OpenFormDraft.Result? Unless<T>(this OpenFormDraft.Result? kept, string prefix, T usual) where T : new() =>
        kept is null || Same(prefix, typeof(T), kept.Fields.Into<T>(prefix), usual) ? null : kept;

    private static bool Same(string name, Type type, object? typed, object? usual)
    {
        if (type == typeof(string))
            return TypedFields.IsDrawn(name) || ((string?)typed ?? "").Trim() == ((string?)usual ?? "").ReplaceLineEndings("\n").Trim();
        if (type == typeof(bool))
            return Equals(typed, usual);
        if (type == typeof(List<string>))
            return ((List<string>?)typed ?? []).SequenceEqual((List<string>?)usual ?? []);
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            var (row, rows, others) = (type.GetGenericArguments()[0], (IList?)typed, (IList?)usual);
            return Enumerable.Range(0, Math.Max(rows?.Count ?? 0, others?.Count ?? 0)).All(i => Same(name, row, At(rows, i), At(others, i)));
        }
        if (type is not { IsClass: true } || type.GetConstructor(Type.EmptyTypes) is null)
            return true;
        var (one, other) = (typed ?? Activator.CreateInstance(type), usual ?? Activator.CreateInstance(type));
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).All(p => Same($"{name}.{p.Name}", p.PropertyType, p.GetValue(one), p.GetValue(other)));
    }

    private static object? At(IList? rows, int i) => rows is not null && i < rows.Count ? rows[i] : null;

    private static void Fill(TypedFields fields, string prefix, object form)
    {
        foreach (var property in form.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var name = $"{prefix}.{property.Name}";
            if (property.PropertyType == typeof(string))
                property.SetValue(form, fields.One(name));
            else if (property.PropertyType == typeof(bool))
                property.SetValue(form, fields.All(name).Any(typed => typed is "true" or "True" or "on"));
            else if (property.PropertyType == typeof(List<string>))
                property.SetValue(form, fields.All(name).ToList());
            else if (property.PropertyType is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(List<>))
                property.SetValue(form, Rows(fields, name, list));
            else if (property.PropertyType is { IsClass: true } part && part.GetConstructor(Type.EmptyTypes) is not null)
                property.SetValue(form, Made(fields, name, part));
        }
    }

    private static IList Rows(TypedFields fields, string name, Type list)
    {
        var rows = (IList)Activator.CreateInstance(list)!;
        var row = list.GetGenericArguments()[0];
        for (var i = 0; i < MostRows && string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]") is var at && fields.Values.Keys.Any(key => key.StartsWith($"{at}.", StringComparison.Ordinal)); i++)
            rows.Add(Made(fields, at, row));
        return rows;
    }

    private static object Made(TypedFields fields, string name, Type type)
    {
        var part = Activator.CreateInstance(type)!;
        Fill(fields, name, part);
        return part;
    }
}
