using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>Key of a <see cref="JobDraft"/>.</summary>
public readonly record struct JobDraftId(Guid Value) : ITypedId<JobDraftId>
{
    public static JobDraftId From(Guid value) => new(value);
    public static JobDraftId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out JobDraftId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
