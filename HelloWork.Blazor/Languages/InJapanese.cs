using HelloWork.Domain.Accounts;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Languages;

/// <summary>Texts that stay Japanese whatever the page speaks: papers that somebody else reads, and words that are stored.</summary>
public sealed class InJapanese<T> : IStringLocalizer<T>
{
    private static readonly TextSource Texts = TextSource.Of(typeof(T));

    public LocalizedString this[string name] =>
        Texts.Find(Language.Japanese, name) is { } text ? new(name, text) : new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(Language.Japanese.Culture(), this[name].Value, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
