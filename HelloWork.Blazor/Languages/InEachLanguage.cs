using System.Collections.Concurrent;
using HelloWork.Domain.Accounts;

namespace HelloWork.Blazor.Languages;

/// <summary>What is the same at every request, made once for each language.</summary>
internal sealed class InEachLanguage<T>(Func<T> make)
{
    private readonly ConcurrentDictionary<Language, T> _made = new();

    /// <summary>In the language of the page.</summary>
    public T Here => _made.GetOrAdd(LanguageTags.Current, _ => make());
}
