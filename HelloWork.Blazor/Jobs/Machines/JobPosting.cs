using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Blazor.Jobs.Machines;

/// <summary>
/// A job as search engines read it: schema.org's JobPosting, with the properties that Google asks for. Only what anybody may see:
/// an office whose name isn't shown to all is «confidential», whoever looks at the page (JO-02).
/// </summary>
public sealed class JobPosting(InJapanese<JobsText> text)
{
    /// <summary>Letters as they are; what could end or begin an element in a page is written by its number.</summary>
    private static readonly JsonSerializerOptions InAPage = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly JobCardRows _rows = new(text);

    /// <param name="address">Of the job's page, in full.</param>
    public string Json(JobView job, Uri address) => Of(job, address).ToJsonString(InAPage);

    public JsonObject Of(JobView job, Uri address)
    {
        var named = job.Card.Header.Disclosure is Disclosure.NameToAll;
        var card = named || !job.Summary.OfficeNameShown ? job.Card : job.Card.WithoutOfficeName();
        var posting = new JsonObject
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "JobPosting",
            ["url"] = address.AbsoluteUri,
            ["title"] = card.Work.Title,
            ["description"] = Description(card),
            ["identifier"] = new JsonObject { ["@type"] = "PropertyValue", ["name"] = text["Field.Number"].Value, ["value"] = job.Number.Value },
            ["datePosted"] = $"{job.Summary.AcceptedOn:yyyy-MM-dd}",
            ["validThrough"] = $"{job.Summary.LastDay:yyyy-MM-dd}T23:59:59+09:00",
            ["employmentType"] = new JsonArray([.. Types(card).Select(type => (JsonNode)type)]),
            ["hiringOrganization"] = (JsonNode?)Organization(card) ?? "confidential",
            ["directApply"] = card.Header.AcceptsSelfApplication,
        };
        AddPlaces(posting, card, named);
        if (Salary(card.Pay) is { } salary)
            posting["baseSalary"] = salary;
        if ((JobWords.Filled(card.Header.IndustryName) ?? Industries.Find(card.Header.IndustryCode)?.Name) is { } industry)
            posting["industry"] = industry;
        if (card.Selection.Headcount is { } openings)
            posting["totalJobOpenings"] = openings;
        return posting;
    }

    /// <summary>The whole card below the office, block by block, as the simple HTML that is asked for.</summary>
    private string Description(JobCard card)
    {
        var html = new StringBuilder($"<p>{Lines(JobWords.Filled(card.Work.Description) ?? card.Work.Title)}</p>");
        foreach (var block in _rows.Of(card, null).Where(block => block.Number > 1))
        {
            html.Append($"<p>{WebUtility.HtmlEncode(text[$"Block.{block.Number}"])}</p><ul>");
            // How to reach somebody in person isn't for the indexes of the world.
            foreach (var row in block.Rows.Where(row => row.Key is not ("Work.Description" or JobCardRows.Contact)))
                html.Append($"<li>{WebUtility.HtmlEncode(text[$"Field.{row.Key}"])}: {Lines(row.Note is null ? row.Text : $"{row.Text}\n{row.Note}")}</li>");
            html.Append("</ul>");
        }
        return html.ToString();
    }

    private static string Lines(string written) => WebUtility.HtmlEncode(written).ReplaceLineEndings("<br>");

    private static IEnumerable<string> Types(JobCard card)
    {
        var part = card.Work.EmploymentType is EmploymentType.Part or EmploymentType.PartFixedTermDispatch or EmploymentType.PartPermanentDispatch
            || card.Header.FullOrPart?.Contains("パート", StringComparison.Ordinal) == true;
        yield return part ? "PART_TIME" : "FULL_TIME";
        if (card.Work.EmploymentType is EmploymentType.FixedTermDispatch or EmploymentType.PartFixedTermDispatch || card.Work.TermLimit?.Contains("定めあり", StringComparison.Ordinal) == true)
            yield return "TEMPORARY";
        else if (card.Work.TermLimit?.Contains("日雇", StringComparison.Ordinal) == true)
            yield return "PER_DIEM";
    }

    private static JsonObject? Organization(JobCard card)
    {
        if (JobWords.Filled(card.Office.Name) is not { } name)
            return null;
        var organization = new JsonObject { ["@type"] = "Organization", ["name"] = name };
        if (Uri.TryCreate(card.Office.Homepage, UriKind.Absolute, out var homepage) && homepage.Scheme is "http" or "https")
            organization["sameAs"] = homepage.AbsoluteUri;
        return organization;
    }

    /// <summary>Without any place, a job from home is one anywhere in Japan; of another the country is all there is to say.</summary>
    private static void AddPlaces(JsonObject posting, JobCard card, bool named)
    {
        var places = card.Work.Workplaces.Select(place => Place(place, named)).OfType<JsonNode>().ToList();
        if (places.Count == 0 && JobWords.Filled(card.Work.WorkFromHome) is { } home && home is not ("なし" or "不可"))
        {
            posting["jobLocationType"] = "TELECOMMUTE";
            posting["applicantLocationRequirements"] = new JsonObject { ["@type"] = "Country", ["name"] = "JP" };
            return;
        }
        posting["jobLocation"] = places switch
        {
            [] => AtAddress(new()),
            [var only] => only,
            _ => new JsonArray([.. places]),
        };
    }

    private static JsonNode? Place(JobCard.Workplace place, bool named)
    {
        var read = place.PrefectureCode is null ? Municipalities.FindInAddress(place.Address) : null;
        var municipality = Municipalities.Find(place.MunicipalityCode) ?? read?.Municipality;
        if ((Prefectures.Find(place.PrefectureCode) ?? read?.Prefecture) is not { } prefecture)
            return null;
        var address = new JsonObject { ["addressRegion"] = prefecture.Name };
        if (municipality is not null)
            address["addressLocality"] = municipality.Name;
        if (named && JobWords.Filled(place.Address) is { } street)
            address["streetAddress"] = Below(street, prefecture.Name, municipality?.Name);
        if (named && JobWords.Filled(place.PostalCode)?.TrimStart('〒') is { Length: > 0 } postalCode)
            address["postalCode"] = postalCode;
        return AtAddress(address);
    }

    private static string Below(string street, params IEnumerable<string?> names) => names.OfType<string>()
        .Aggregate(street, (left, name) => left.StartsWith(name, StringComparison.Ordinal) && left.Length > name.Length ? left[name.Length..].TrimStart() : left);

    private static JsonObject AtAddress(JsonObject address)
    {
        address["@type"] = "PostalAddress";
        address["addressCountry"] = "JP";
        return new() { ["@type"] = "Place", ["address"] = address };
    }

    private static JsonObject? Salary(JobCard.PayBlock pay)
    {
        var (from, to) = (pay.TotalFrom ?? pay.BaseFrom, pay.TotalTo ?? pay.BaseTo);
        if (from is null && to is null)
            return null;
        var amount = new JsonObject { ["@type"] = "QuantitativeValue", ["unitText"] = PayPeriods.Of(pay).ToString().ToUpperInvariant() };
        if (from is not null)
            amount["minValue"] = from;
        if (to is not null)
            amount["maxValue"] = to;
        return new() { ["@type"] = "MonetaryAmount", ["currency"] = "JPY", ["value"] = amount };
    }
}
