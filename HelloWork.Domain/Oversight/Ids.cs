using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Oversight;

/// <summary>Key of a <see cref="Complaint"/>.</summary>
public readonly record struct ComplaintId(Guid Value) : ITypedId<ComplaintId>
{
    public static ComplaintId From(Guid value) => new(value);
    public static ComplaintId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ComplaintId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}

/// <summary>Key of a <see cref="Violation"/>.</summary>
public readonly record struct ViolationId(Guid Value) : ITypedId<ViolationId>
{
    public static ViolationId From(Guid value) => new(value);
    public static ViolationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ViolationId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}

/// <summary>Key of a <see cref="CorrectionOrder"/>.</summary>
public readonly record struct CorrectionOrderId(Guid Value) : ITypedId<CorrectionOrderId>
{
    public static CorrectionOrderId From(Guid value) => new(value);
    public static CorrectionOrderId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CorrectionOrderId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}

/// <summary>Key of a <see cref="RemovalProposal"/>.</summary>
public readonly record struct RemovalProposalId(Guid Value) : ITypedId<RemovalProposalId>
{
    public static RemovalProposalId From(Guid value) => new(value);
    public static RemovalProposalId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RemovalProposalId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
