using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Seekers;

/// <summary>Key of a <see cref="Seeker"/>.</summary>
public readonly record struct SeekerId(Guid Value) : ITypedId<SeekerId>
{
    public static SeekerId From(Guid value) => new(value);
    public static SeekerId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SeekerId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}

/// <summary>Key of a <see cref="SeekerRegistration"/>; people use its <see cref="RegistrationNumber"/>.</summary>
public readonly record struct SeekerRegistrationId(Guid Value) : ITypedId<SeekerRegistrationId>
{
    public static SeekerRegistrationId From(Guid value) => new(value);
    public static SeekerRegistrationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SeekerRegistrationId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
