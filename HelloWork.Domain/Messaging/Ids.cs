using System.Diagnostics.CodeAnalysis;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Messaging;

/// <summary>Key of a <see cref="Conversation"/>.</summary>
public readonly record struct ConversationId(Guid Value) : ITypedId<ConversationId>
{
    public static ConversationId From(Guid value) => new(value);
    public static ConversationId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ConversationId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new(value);
        return ok;
    }
    public override string ToString() => Value.ToString();
}
