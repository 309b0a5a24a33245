using System.Text;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Seekers.Saved;
using HelloWork.Domain.Jobs;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

/// <summary>
/// The cards of a list of jobs, written by hand: a page has thirty of them, and as components they were most of its length and of the work of making it.
/// Few elements without names (the look, in JobList.razor.css, goes by their place), and no end tag that HTML can do without. Every text goes through <see cref="Text"/>.
/// </summary>
/// <param name="saving">For a reader who can save: which are saved, and the words for it.</param>
internal sealed class JobCardMarkup(IStringLocalizer<JobsText> T, (IReadOnlySet<JobNumber> Saved, IStringLocalizer<SavedText> Text)? saving = null)
{
    /// <summary>The form that the buttons of the cards belong to; each says where it goes.</summary>
    public const string SavingForm = "saving";

    private const int MostPoints = 3;
    private const string FullTime = "フルタイム";

    private readonly JobWords _words = new(T);
    private readonly StringBuilder _markup = new(20_000);
    private readonly Dictionary<DateOnly, string> _days = [];
    private readonly string _new = T["New"], _accepted = T["Accepted"], _deadline = T["Deadline"], _number = T["Field.Number"], _place = T["Fact.Place"], _hours = T["Fact.Hours"], _daysOff = T["Fact.DaysOff"];

    /// <param name="others">Jobs of the same office under the same title, shown when they are asked for.</param>
    public void Add(JobSummary job, IReadOnlyList<JobSummary>? others = null)
    {
        Article(job);
        if (others is not { Count: > 0 })
            return;
        Open("<details><summary>").Text(T["SameOffice", others.Count]).Open("</summary><ul role=\"list\">");
        foreach (var other in others)
            Article(other);
        Open("</ul></details>");
    }

    private void Article(JobSummary job)
    {
        var card = job.Card;
        Open(saving is null ? "<li><article><p>" : $"<li id=\"{SavedAddress.Card(job.Number)}\"><article><p>");
        if (job.IsNew)
            Open("<b>").Text(_new).Open("</b>");
        Chip(_words.Type(card.Work.EmploymentType));
        // Said where it isn't what one expects of the kind.
        if (!PartByKind(card.Work.EmploymentType) && JobWords.Filled(card.Header.FullOrPart) is { } time && time != FullTime)
            Chip(time.Here());
        Text(_accepted).Open(" ").Text(Day(job.AcceptedOn)).Open(" ").Text(_deadline).Open(" ").Text(Day(job.LastDay));
        Open("<h3><a href=\"").Text(JobSearchAddress.Of(job.Number)).Open("\">").Text(card.Work.Title).Open("</a></h3>");
        if ((JobWords.Filled(card.Office.Name) ?? (job.OfficeNameShown ? null : T["NameHidden"].Value)) is { } who)
            Open("<p>").Text(who);
        Open("<div>");
        if (_words.Total(card.Pay) is { } total)
            Open("<b>").Text(_words.PayForm(card.Pay)).Open(" ").Text(total).Open("</b>");
        if (JobWords.HasFixedOvertime(card.Pay))
            Text(_words.FixedOvertime(card.Pay)!);
        Open("</div><dl>");
        Fact(_place, _words.PlaceInShort(card.Work));
        Fact(_hours, _words.HoursWithOvertime(card.Hours));
        Fact(_daysOff, _words.DaysOff(card.Hours));
        Open("</dl><p>");
        foreach (var point in JobPoints.Of(job).Take(MostPoints))
            Chip(T[$"Point.{point}"]);
        Text(_number).Open(" ").Text(job.Number.Value);
        if (saving is { } can)
            Save(job, can.Saved.Contains(job.Number), can.Text);
        Open("</article>");
    }

    public override string ToString() => _markup.ToString();

    private void Save(JobSummary job, bool saved, IStringLocalizer<SavedText> text) =>
        Open($"<button class=\"btn btn--text btn--sm\" form=\"{SavingForm}\" formaction=\"{SavedAddress.Of(job.Number)}\" name=\"{(saved ? "drop" : "keep")}\" value=\"{job.Number}\" aria-label=\"")
            .Text(text[saved ? "Drop.Card" : "Save.Card", job.Card.Work.Title]).Open("\">").Text(saved ? "★ " : "☆ ").Text(text[saved ? "Saved" : "Save"]).Open("</button>");

    // Most cards of a page name the same few days.
    private string Day(DateOnly day) => _days.TryGetValue(day, out var shown) ? shown : _days[day] = _words.Day(day);

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
