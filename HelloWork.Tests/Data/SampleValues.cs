using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Data;

/// <summary>Values for the parameters of a query, of which only the type is known.</summary>
internal sealed class SampleValues
{
    public static readonly SampleValues Given = new(missing: false);
    /// <summary>Null where a value may be missing, and lists with nothing in them.</summary>
    public static readonly SampleValues Missing = new(missing: true);

    private readonly bool _missing;

    private SampleValues(bool missing) => _missing = missing;

    /// <summary>As a captured variable, so that it becomes a parameter again.</summary>
    public Expression For(Type type)
    {
        var box = Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), [Of(type)])!;
        return Expression.Field(Expression.Constant(box), nameof(Box<int>.Value));
    }

    /// <summary>For the places of a FromSql: {0}, {1}…</summary>
    public object[] ForSql(string sql) => Enumerable.Range(0, 100).TakeWhile(i => sql.Contains($"{{{i}}}", StringComparison.Ordinal)).Select(_ => (object)"1").ToArray();

    public object? Of(Type type)
    {
        if (type != typeof(string) && ElementOf(type) is { } element)
            return Many(type, element);
        if (_missing && (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null))
            return null;
        return One(Nullable.GetUnderlyingType(type) ?? type);
    }

    public static object One(Type type) => type switch
    {
        _ when type == typeof(string) => "見本",
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => new Guid("3f0c5c8e-0000-4000-8000-000000000001"),
        _ when type == typeof(DateTime) => new DateTime(2026, 3, 22, 5, 5, 0, DateTimeKind.Utc),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 22, 5, 5, 0, TimeSpan.Zero),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 22),
        _ when type == typeof(DbFunctions) => EF.Functions,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
        _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture),
        // Numbers of people and offices hold their text.
        _ when type.GetConstructor([typeof(string)]) is { } ofText => ofText.Invoke(["13010-1"]),
        _ when type.GetConstructor([typeof(Guid)]) is { } ofGuid => ofGuid.Invoke([One(typeof(Guid))]),
        _ => throw new NotSupportedException($"A query has a parameter of {type}: give {nameof(SampleValues)} a value for it."),
    };

    private object Many(Type type, Type element)
    {
        var values = Array.CreateInstance(element, _missing ? 0 : 2);
        for (var i = 0; i < values.Length; i++)
            values.SetValue(One(Nullable.GetUnderlyingType(element) ?? element), i);
        return type.IsInstanceOfType(values) ? values : Activator.CreateInstance(type, [values])!;
    }

    private static Type? ElementOf(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private sealed class Box<T>(T value)
    {
        public readonly T Value = value;
    }
}
