using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>Key of an <see cref="Interview"/>.</summary>
public readonly record struct InterviewId(Guid Value) : ITypedId<InterviewId>
{
    public static InterviewId From(Guid value) => new(value);
    public static InterviewId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InterviewId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
