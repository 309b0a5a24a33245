using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Notifications;

/// <summary>What mails say, in the language of whom they go to; the readings of easy Japanese in brackets, since a mail is plain text.</summary>
internal sealed class MailWords(Language language)
{
    private static readonly TextSource Texts = TextSource.Of(typeof(MailText));

    public string Say(string key) => Readings.InBrackets(Written(key));

    public string Subject(MailKind kind) => Readings.Bare(Written($"{kind}.Subject"));

    public string Format(string key, params object?[] arguments) => string.Format(language.Culture(), Say(key), arguments);

    public string Day(DateOnly day) => day.ToString(Say("Day"), language.Culture());

    public string Until(DateTime inJapan) => inJapan.ToString(Say("Until"), language.Culture());

    public string Moment(DateTime inJapan) => inJapan.ToString(Say("Moment"), language.Culture());

    public Language Language => language;

    private string Written(string key) => Texts.Find(language, key) ?? throw new InvalidOperationException($"MailText has no «{key}».");
}
