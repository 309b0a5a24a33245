using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Counselling;

/// <summary>Key of a <see cref="ContactInquiry"/>.</summary>
public readonly record struct ContactInquiryId(Guid Value) : ITypedId<ContactInquiryId>
{
    public static ContactInquiryId From(Guid value) => new(value);
    public static ContactInquiryId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ContactInquiryId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}

/// <summary>Key of a <see cref="Consultation"/>.</summary>
public readonly record struct ConsultationId(Guid Value) : ITypedId<ConsultationId>
{
    public static ConsultationId From(Guid value) => new(value);
    public static ConsultationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ConsultationId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}

/// <summary>Key of a <see cref="Referral"/>.</summary>
public readonly record struct ReferralId(Guid Value) : ITypedId<ReferralId>
{
    public static ReferralId From(Guid value) => new(value);
    public static ReferralId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ReferralId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
