using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Seekers.Saved;

/// <summary>Key of a <see cref="SavedSearch"/>.</summary>
public readonly record struct SavedSearchId(Guid Value) : ITypedId<SavedSearchId>
{
    public static SavedSearchId From(Guid value) => new(value);
    public static SavedSearchId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SavedSearchId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
