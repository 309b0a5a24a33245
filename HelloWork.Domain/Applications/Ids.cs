using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Applications;

/// <summary>Key of a <see cref="SelfApplication"/>.</summary>
public readonly record struct SelfApplicationId(Guid Value) : ITypedId<SelfApplicationId>
{
    public static SelfApplicationId From(Guid value) => new(value);
    public static SelfApplicationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SelfApplicationId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
