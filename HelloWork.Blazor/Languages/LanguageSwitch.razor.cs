using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace HelloWork.Blazor.Languages;

/// <summary>表示する言語: plain links that stay on the page.</summary>
public sealed partial class LanguageSwitch(NavigationManager navigation) : ComponentBase
{
    [CascadingParameter] private HttpContext? Http { get; set; }

    private string path = "";
    private List<KeyValuePair<string, string?>> query = [];

    protected override void OnParametersSet()
    {
        // An error page is shown under another address than the one asked for.
        var here = new Uri(new Uri(navigation.BaseUri), Http?.AskedFor() ?? navigation.Uri);
        (path, query) = (here.AbsolutePath, [.. QueryHelpers.ParseQuery(here.Query).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value))]);
    }

    private MarkupString Link(Language language) => new(
        $"<a href=\"{Markup.Encoded(LanguageChoice.Address(path, query, language))}\" lang={language.Spoken()}{(language == LanguageTags.Current ? " aria-current=true" : null)}>{Markup.Encoded(T[$"Language.{language}"])}</a>");
}
