using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.DirectRequests;

/// <summary>Key of a <see cref="DirectRequest"/>.</summary>
public readonly record struct DirectRequestId(Guid Value) : ITypedId<DirectRequestId>
{
    public static DirectRequestId From(Guid value) => new(value);
    public static DirectRequestId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DirectRequestId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
