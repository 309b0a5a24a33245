using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using HelloWork.Domain.Accounts;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Languages;

/// <summary>
/// The texts that a type marks: X.resx is Japanese, X.en.resx English, X.easy.resx easy Japanese. The last is no culture of the system's,
/// so it lies in the same assembly under a name of its own. A text that a language lacks comes in Japanese.
/// </summary>
internal sealed class TextSource
{
    private static readonly ConcurrentDictionary<Type, TextSource> Known = new();

    // A page asks for hundreds of texts, and the framework takes a lock for each.
    private readonly ConcurrentDictionary<(Language, string), LocalizedString> _shown = new();
    private readonly ResourceManager _texts;
    private readonly ResourceManager _easy;

    private TextSource(Type mark) =>
        (_texts, _easy) = (new ResourceManager(mark), new ResourceManager($"{mark.FullName}.easy", mark.Assembly));

    public static TextSource Of(Type mark) => Known.GetOrAdd(mark, static m => new TextSource(m));

    /// <summary>As it is written, with its readings in the easy form; null: there is no such text.</summary>
    public string? Find(Language language, string key) => language switch
    {
        Language.English => _texts.GetString(key, Language.English.Culture()),
        Language.EasyJapanese => _easy.GetString(key, CultureInfo.InvariantCulture) ?? _texts.GetString(key, CultureInfo.InvariantCulture),
        _ => _texts.GetString(key, CultureInfo.InvariantCulture),
    };

    /// <summary>As components show it, with its readings marked.</summary>
    public LocalizedString Shown(Language language, string key)
    {
        if (_shown.TryGetValue((language, key), out var known))
            return known;
        // What isn't there isn't worth keeping.
        return Find(language, key) is { } found
            ? _shown.GetOrAdd((language, key), new LocalizedString(key, language is Language.EasyJapanese ? Readings.Mark(found) : found))
            : new(key, key, resourceNotFound: true);
    }

    public IEnumerable<string> Keys => _texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key);
}
