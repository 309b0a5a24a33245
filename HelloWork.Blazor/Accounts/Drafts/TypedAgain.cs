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
