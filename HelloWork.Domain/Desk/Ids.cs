using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Desk;

/// <summary>Key of a <see cref="DeskItem"/>.</summary>
public readonly record struct DeskItemId(Guid Value) : ITypedId<DeskItemId>
{
    public static DeskItemId From(Guid value) => new(value);
    public static DeskItemId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeskItemId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
