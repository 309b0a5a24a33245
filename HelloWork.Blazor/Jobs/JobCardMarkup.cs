using System.Runtime.CompilerServices;
using System.Text;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Seekers.Saved;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

/// <summary>
/// The cards of a list of jobs, written by hand: a page has thirty of them, and as components they were most of its length and of the work of making it.
/// Few elements without names (the look, in JobList.razor.css, goes by their place), and no end tag that HTML can do without, nor quotes around the address of a job. Every text goes through <see cref="Text"/>.
/// </summary>
/// <param name="saving">For a reader who can save: which are saved, and the words for it.</param>
internal sealed class JobCardMarkup(IStringLocalizer<JobsText> T, (IReadOnlySet<JobNumber> Saved, IStringLocalizer<SavedText> Text)? saving = null)
{
    /// <summary>The form that the buttons of the cards belong to; each says where it goes.</summary>
    public const string SavingForm = "saving";

    private const int MostPoints = 3;
    private const string FullTime = "フルタイム";

    private const string Begin = "<li><article>", End = "</article>";

    // By the card itself: the search remembers those it read last (ShownJobs), and what is made of one goes with it.
    private static readonly ConditionalWeakTable<JobCard, Made> Remembered = [];

    private readonly JobWords _words = new(T);
    private readonly StringBuilder _markup = new(1_000);

    /// <param name="About">All it was made of besides the card.</param>
    private sealed record Made((JobNumber, DateOnly, DateOnly, bool, bool, JobTraits, Language) About, string Markup);

    /// <param name="others">Jobs of the same office under the same title, shown when they are asked for.</param>
    public IEnumerable<MarkupString> Of(JobSummary job, IReadOnlyList<JobSummary> others)
    {
        yield return Item(job);
        if (others.Count == 0)
            yield break;
        yield return new($"<details><summary>{Markup.Encoded(T["SameOffice", others.Count])}</summary><ul role=\"list\">");
        foreach (var other in others)
            yield return Item(other);
        yield return new("</ul></details>");
    }

    private MarkupString Item(JobSummary job)
    {
        var about = (job.Number, job.AcceptedOn, job.LastDay, job.IsNew, job.OfficeNameShown, job.Traits, LanguageTags.Current);
        if (!Remembered.TryGetValue(job.Card, out var made) || made.About != about)
            Remembered.AddOrUpdate(job.Card, made = new(about, Article(job)));
        return new(saving is not { } can ? made.Markup : string.Concat(
            $"<li id=\"{SavedAddress.Card(job.Number)}\"><article>", made.Markup.AsSpan(Begin.Length..^End.Length), Save(job, can.Saved.Contains(job.Number), can.Text), End));
    }

    private string Article(JobSummary job)
    {
        var card = job.Card;
        _markup.Clear();
        Open(Begin).Open("<p>");
        if (job.IsNew)
            Open("<b>").Text(T["New"]).Open("</b>");
        Chip(_words.Type(card.Work.EmploymentType));
        // Said where it isn't what one expects of the kind.
        if (!PartByKind(card.Work.EmploymentType) && JobWords.Filled(card.Header.FullOrPart) is { } time && time != FullTime)
            Chip(time.Here());
        Text(T["Accepted"]).Open(" ").Text(_words.Day(job.AcceptedOn)).Open(" ").Text(T["Deadline"]).Open(" ").Text(_words.Day(job.LastDay));
        Open("<h3><a href=").Text(JobSearchAddress.Of(job.Number)).Open(">").Text(card.Work.Title).Open("</a></h3>");
        if ((JobWords.Filled(card.Office.Name) ?? (job.OfficeNameShown ? null : T["NameHidden"].Value)) is { } who)
            Open("<p>").Text(who);
        Open("<p>");
        if (_words.Total(card.Pay) is { } total)
            Open("<b>").Text(_words.PayForm(card.Pay)).Open(" ").Text(total).Open("</b>");
        if (JobWords.HasFixedOvertime(card.Pay))
            Text(_words.FixedOvertime(card.Pay)!);
        Open("<dl>");
        Fact(T["Fact.Place"], _words.PlaceInShort(card.Work));
        Fact(T["Fact.Hours"], _words.HoursWithOvertime(card.Hours));
        Fact(T["Fact.DaysOff"], _words.DaysOff(card.Hours));
        Open("</dl><p>");
        foreach (var point in JobPoints.Of(job).Take(MostPoints))
            Chip(T[$"Point.{point}"]);
        Text(T["Field.Number"]).Open(" ").Text(job.Number.Value);
        return Open(End)._markup.ToString();
    }

    private static string Save(JobSummary job, bool saved, IStringLocalizer<SavedText> text) =>
        $"<button class=\"btn btn--text btn--sm\" form=\"{SavingForm}\" formaction=\"{SavedAddress.Of(job.Number)}\" name=\"{(saved ? "drop" : "keep")}\" value=\"{job.Number}\" aria-label=\""
            + $"{Markup.Encoded(text[saved ? "Drop.Card" : "Save.Card", job.Card.Work.Title])}\">{(saved ? "★" : "☆")} {Markup.Encoded(text[saved ? "Saved" : "Save"])}</button>";

    private static bool PartByKind(EmploymentType type) => type is EmploymentType.Part or EmploymentType.PartFixedTermDispatch or EmploymentType.PartPermanentDispatch;

    private void Chip(string? text)
    {
        if (text is not null)
            Open("<i>").Text(text).Open("</i>");
    }

    private void Fact(string term, string? text)
    {
        if (text is not null)
            Open("<dt>").Text(term).Open("<dd>").Text(text);
    }

    private JobCardMarkup Open(string tags)
    {
        _markup.Append(tags);
        return this;
    }

    private JobCardMarkup Text(string text)
    {
        _markup.Append(Markup.Encoded(text));
        return this;
    }
}
