using System.Globalization;
using System.Text;
using System.Xml;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs.Machines;

/// <summary>新着求人フィード: the newest jobs of a search as Atom (RFC 4287), as anybody may see them.</summary>
public sealed class JobFeed(PortalSettings portal, TimeProvider clock, IStringLocalizer<MachinesText> text, IStringLocalizer<JobsText> jobsText, IStringLocalizer<Shell.ShellText> shell)
{
    public const string Path = "/feeds/jobs.atom";
    public const int Most = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";

    private readonly JobWords _words = new(jobsText);
    private readonly JobChoices _choices = new(jobsText);

    /// <summary>The feed of a search: its newest, whatever page and order the search is looked at in.</summary>
    public static JobSearchQuery NewestOf(JobSearchQuery query) => query with { Sort = JobSort.New, Size = Most, Page = 1, Counting = JobCounting.None };

    /// <summary>Address of the feed of a search.</summary>
    public static string Of(JobSearchQuery query) =>
        Path + JobSearchAddress.Of(query with { Sort = JobSort.New, Size = JobSearchQuery.UsualSize, Page = 1 })[JobSearchAddress.Path.Length..];

    /// <summary>When any of it last changed; at midnight as well, when jobs that had their last day go.</summary>
    private DateTime UpdatedAt(IReadOnlyList<JobSummary> jobs)
    {
        var midnight = Jst.StartOf(clock.TodayInJapan());
        var changed = jobs.Count == 0 ? midnight : jobs.Max(job => job.ChangedAt);
        return changed > midnight ? changed : midnight;
    }

    public byte[] Write(JobSearchQuery query, IReadOnlyList<JobSummary> jobs)
    {
        using var to = new MemoryStream();
        using (var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            var (self, page) = (portal.Address(Of(query)).AbsoluteUri, portal.Address(JobSearchAddress.Of(query with { Sort = JobSort.New, Size = JobSearchQuery.UsualSize, Page = 1 })).AbsoluteUri);
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, LanguageTags.Current.Spoken());
            Text(xml, "id", self);
            Text(xml, "title", Title(query));
            Text(xml, "subtitle", text["Feed.Subtitle", Most]);
            Text(xml, "updated", Time(UpdatedAt(jobs)));
            Link(xml, "self", "application/atom+xml", self);
            Link(xml, "alternate", "text/html", page);
            Author(xml, shell["Site"]);
            foreach (var job in jobs)
                Entry(xml, job);
            xml.WriteEndElement();
        }
        return to.ToArray();
    }

    private string Title(JobSearchQuery query)
    {
        var conditions = string.Join(text["Feed.Between"], _choices.Chips(query).Select(chip => chip.Text));
        return conditions.Length == 0 ? text["Feed.Title.All"] : text["Feed.Title", conditions];
    }

    private void Entry(XmlWriter xml, JobSummary job)
    {
        var address = portal.Address(JobSearchAddress.Of(job.Number)).AbsoluteUri;
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", address);
        Text(xml, "title", job.Card.Work.Title);
        Text(xml, "published", Time(Jst.StartOf(job.AcceptedOn)));
        Text(xml, "updated", Time(job.ChangedAt));
        Link(xml, "alternate", "text/html", address);
        Author(xml, JobWords.Filled(job.Card.Office.Name) ?? jobsText["NameHidden"]);
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", JobSearchAddress.Word(job.Card.Work.EmploymentType));
        xml.WriteAttributeString("label", Bare(_words.Type(job.Card.Work.EmploymentType)));
        xml.WriteEndElement();
        Text(xml, "summary", string.Join('\n', Lines(job)));
        xml.WriteEndElement();
    }

    /// <summary>What decides, a line each.</summary>
    private IEnumerable<string> Lines(JobSummary job)
    {
        var card = job.Card;
        yield return _words.Type(card.Work.EmploymentType);
        if (_words.Total(card.Pay) is { } total)
            yield return text["Feed.Pay", _words.PayForm(card.Pay), total];
        if (_words.PlaceInShort(card.Work) is { } place)
            yield return text["Feed.Place", place];
        if (_words.HoursWithOvertime(card.Hours) is { } hours)
            yield return text["Feed.Hours", hours];
        if (_words.DaysOff(card.Hours) is { } daysOff)
            yield return text["Feed.DaysOff", daysOff];
        yield return text["Feed.LastDay", _words.FullDay(job.LastDay)];
        yield return text["Feed.Number", job.Number.Value];
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string element, string content) => xml.WriteElementString(element, Atom, Bare(content));

    /// <summary>Without readings, and without what XML has no way to say.</summary>
    private static string Bare(string content)
    {
        var left = Readings.Leave(content);
        return left.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? left : string.Concat(left.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
    }

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
