using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Jobs;

/// <summary>Key of a <see cref="JobOffer"/>; people use its <see cref="JobNumber"/>.</summary>
public readonly record struct JobOfferId(Guid Value) : ITypedId<JobOfferId>
{
    public static JobOfferId From(Guid value) => new(value);
    public static JobOfferId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out JobOfferId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}

/// <summary>Key of an <see cref="Office"/>; people use its <see cref="OfficeNumber"/>.</summary>
public readonly record struct OfficeId(Guid Value) : ITypedId<OfficeId>
{
    public static OfficeId From(Guid value) => new(value);
    public static OfficeId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OfficeId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
