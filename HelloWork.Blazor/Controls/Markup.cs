using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Controls;

/// <summary>Markup written by hand, where there is so much of one kind that elements of their own cost too much.</summary>
internal static class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A text as it may stand in an element or between the quotes of an attribute.</summary>
    internal static string Encoded(string text) => Encoder.Encode(text);

    /// <summary>A checkbox with its words, and how many it would find.</summary>
    internal static MarkupString Choice(string name, string value, string text, int? count, bool chosen) => new(
        $"<label><input type=checkbox name={Attribute(name)} value={Attribute(value)}{(chosen ? " checked" : null)}>{Encoded(text)}{(count is { } found ? $" <b>{found:N0}</b>" : null)}</label>");

    /// <summary>In a filter: one of a few steps, taken at once.</summary>
    internal static MarkupString Step(string name, string value, string text, int count, bool current) => new(
        $"<button name={Attribute(name)} value={Attribute(value)}{(current ? " aria-current=true" : null)}>{Encoded(text)} <b>{count:N0}</b></button>");

    /// <summary>
    /// In a filter: what few people need comes when it is asked for. Without a script the form is sent, and nothing chosen is lost; more.js puts the part in place.
    /// </summary>
    /// <param name="part">What the address asks for (<c>more=</c>); stands in an element with the id <c>more-PART</c>, which the answer has as well.</param>
    internal static MarkupString Ask(string part, string text) => new($"<button name=more value={Attribute(part)}>{Encoded(text)}</button>");

    /// <summary>In a pager: one page's number, for whoever listens with the word before it.</summary>
    internal static MarkupString PageLink(string href, string word, int page, bool current, bool onNarrow) => new(
        $"<li{(onNarrow ? null : " class=wide-only")}><a href=\"{Encoded(href)}\"{(current ? " aria-current=page" : null)}><span class=sr>{Encoded(word)}</span>{page}</a>");

    /// <summary>A link in a list.</summary>
    internal static MarkupString Item(string href, string text) => new($"<li><a href=\"{Encoded(href)}\">{Encoded(text)}</a>");

    /// <summary>A condition that is set, with the address of the list without it; for whoever listens with what the link does before it.</summary>
    internal static MarkupString Chip(string href, string does, string text) => new(
        $"<li><a class=\"chip chip--filter\" href=\"{Encoded(href)}\"><span class=sr>{Encoded(does)}</span>{Encoded(text)}</a>");

    /// <summary>
    /// The options of a native select. A list of 47 prefectures is on every page of a search: as elements of their own they cost a fifth of its rendering, and with end tags 600 bytes
    /// that HTML can do without.
    /// </summary>
    internal static MarkupString Options(IEnumerable<SelectOption> options, string? chosen)
    {
        var markup = new StringBuilder();
        foreach (var option in options)
        {
            markup.Append("<option value=").Append(Attribute(option.Value));
            if (option.Value == chosen)
                markup.Append(" selected");
            if (option.Reason is not null)
                markup.Append(" disabled");
            markup.Append('>').Append(Encoded(option.Shown));
        }
        return new(markup.ToString());
    }

    // Codes and plain words need no quotes in HTML.
    private static string Attribute(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? value : $"\"{Encoded(value)}\"";
}
