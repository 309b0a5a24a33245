using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Providers;

/// <summary>Key of a <see cref="Provider"/>; people use its <see cref="LicenceNumber"/>.</summary>
public readonly record struct ProviderId(Guid Value) : ITypedId<ProviderId>
{
    public static ProviderId From(Guid value) => new(value);
    public static ProviderId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProviderId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
