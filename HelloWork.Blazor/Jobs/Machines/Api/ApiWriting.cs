using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HelloWork.Blazor.Jobs.Paper;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs.Machines.Api;

/// <summary>Public jobs in the words of the API: its own names, whatever the portal's records are called inside.</summary>
public sealed class ApiWriting(PortalSettings portal, IStringLocalizer<JobsText> text)
{
    public const string Root = "/api/v1", Path = $"{Root}/jobs";

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly JobWords _words = new(text);
    private readonly JobCardRows _rows = new(text);

    /// <param name="asked">As it was asked for: behind the last page there is nothing.</param>
    public ApiJobs Of(JobSearchQuery asked, JobSearchResult result)
    {
        var (jobs, page) = (result.Jobs, asked.Page);
        return new()
        {
            Total = jobs.TotalCount, Page = page, PageCount = jobs.PageCount, Size = asked.Size,
            Links = new()
            {
                Self = Api(asked), First = Api(asked with { Page = 1 }), Last = Api(asked with { Page = Math.Max(1, jobs.PageCount) }),
                Previous = page > 1 ? Api(asked with { Page = Math.Clamp(page - 1, 1, Math.Max(1, jobs.PageCount)) }) : null,
                Next = page < jobs.PageCount ? Api(asked with { Page = page + 1 }) : null,
                Html = Full(JobSearchAddress.Of(asked)), Feed = Full(JobFeed.Of(asked)),
            },
            Jobs = page > jobs.PageCount ? [] : [.. jobs.Items.Select(Of)],
        };
    }

    public ApiJob Of(JobSummary job) => new()
    {
        Number = job.Number.Value, Url = Full($"{Path}/{job.Number}"), Html = Full(JobSearchAddress.Of(job.Number)), Title = job.Card.Work.Title, Occupation = Occupation(job.Card),
        EmploymentType = Type(job.Card), WorkingTime = Filled(job.Card.Header.FullOrPart?.Here()), OfficeNameShown = job.OfficeNameShown, OfficeName = Filled(job.Card.Office.Name),
        Workplaces = Places(job.Card), Station = Station(job.Card.Work), Pay = Pay(job.Card.Pay), Hours = Hours(job.Card.Hours), Features = Features(job),
        AcceptsSelfApplication = job.Card.Header.AcceptsSelfApplication, IsNew = job.IsNew, AcceptedOn = job.AcceptedOn, LastDay = job.LastDay, ChangedAt = new(job.ChangedAt),
    };

    public ApiJobCard Of(JobView view)
    {
        var job = Of(view.Summary);
        var office = PlacementOffices.Find(view.Number.PlacementOfficeCode);
        return new()
        {
            Number = job.Number, Url = job.Url, Html = job.Html, Title = job.Title, Occupation = job.Occupation, EmploymentType = job.EmploymentType, WorkingTime = job.WorkingTime,
            OfficeNameShown = job.OfficeNameShown, OfficeName = job.OfficeName, Workplaces = job.Workplaces, Station = job.Station, Pay = job.Pay, Hours = job.Hours, Features = job.Features,
            AcceptsSelfApplication = job.AcceptsSelfApplication, IsNew = job.IsNew, AcceptedOn = job.AcceptedOn, LastDay = job.LastDay, ChangedAt = job.ChangedAt,
            OfficeNumber = view.OfficeNumber?.Value, PlacementOffice = office is null ? null : Name(office.Code, office.Here()), Industry = Industry(view.Card.Header),
            CardPdf = Full(JobCardAddress.Pdf(view.Number)),
            Card =
            [
                Block(0, text["Job.Card"], _rows.General(view.Card)),
                // Who somebody is and how to reach them isn't for the collections of the world.
                .. _rows.Of(view.Card, view.OfficeNumber).Select(block => Block(block.Number, text[$"Block.{block.Number}"], [.. block.Rows.Where(row => row.Key != JobCardRows.Contact)])),
            ],
        };
    }

    private ApiBlock Block(int number, string title, IReadOnlyList<JobCardRow> rows) => new()
    {
        Number = number, Title = Bare(title),
        Lines = [.. rows.Select(row => new ApiLine { Field = row.Key, Label = Bare(text[$"Field.{row.Key}"]), Text = Bare(row.Text), Note = row.Note is null ? null : Bare(row.Note) })],
    };

    private ApiName Type(JobCard card) => Name(JobSearchAddress.Word(card.Work.EmploymentType), _words.Type(card.Work.EmploymentType));

    private static ApiName? Occupation(JobCard card) => (Occupations.Find(card.Work.OccupationCode) ?? Occupations.Covering(card.Work.OccupationCode).LastOrDefault()) is { } known ? Name(known.Code, known.Here()) : null;

    private static ApiName? Industry(JobCard.HeaderBlock header) => Industries.Find(header.IndustryCode) is { } known ? Name(known.Code, known.Here()) : null;

    private static List<ApiPlace> Places(JobCard card) => [.. card.Work.Workplaces.Select(place =>
    {
        var read = place.PrefectureCode is null ? Municipalities.FindInAddress(place.Address) : null;
        var municipality = Municipalities.Find(place.MunicipalityCode) ?? read?.Municipality;
        var prefecture = Prefectures.Find(place.PrefectureCode) ?? read?.Prefecture;
        return new ApiPlace
        {
            Prefecture = prefecture is null ? null : Name(prefecture.Code, prefecture.Here()), Municipality = municipality is null ? null : Name(municipality.Code, municipality.Here()),
            PostalCode = Filled(place.PostalCode), Address = Filled(place.Address),
        };
    })];

    private static ApiStation? Station(JobCard.WorkBlock work) => Filled(work.NearestStation) is { } name ? new() { Name = name, Means = Filled(work.AccessMeans), Minutes = work.AccessMinutes } : null;

    private static ApiPay Pay(JobCard.PayBlock pay) => new()
    {
        Form = Filled(pay.Form), Period = PayPeriods.Of(pay).ToString().ToLowerInvariant(), Currency = "JPY", From = pay.TotalFrom ?? pay.BaseFrom, To = pay.TotalTo ?? pay.BaseTo,
        BaseFrom = pay.BaseFrom, BaseTo = pay.BaseTo, FixedOvertimeFrom = pay.FixedOvertimeFrom, FixedOvertimeTo = pay.FixedOvertimeTo,
    };

    private static ApiHours Hours(JobCard.HoursBlock hours) => new()
    {
        Shifts = [.. hours.Shifts.Select(shift => new ApiShift { From = shift.From, To = shift.To })], OrBetween = Filled(hours.OrBetween),
        OvertimeHoursPerMonth = hours.OvertimeHoursPerMonth, DaysOff = Filled(hours.DaysOff), DaysOffPerYear = hours.DaysOffPerYear,
    };

    /// <summary>What can be searched for by the same code.</summary>
    private List<ApiName> Features(JobSummary job) =>
        [.. JobPoints.Of(job).Select(point => Name(JobSearchAddress.Word(Enum.Parse<JobCondition>(point.ToString())), text[$"Point.{point}"]))];

    private string Api(JobSearchQuery query) => Full(Path + JobSearchAddress.Of(query)[JobSearchAddress.Path.Length..]);

    private string Full(string path) => portal.Address(path).AbsoluteUri;

    private static ApiName Name(string code, string name) => new() { Code = code, Name = Bare(name) };

    private static string? Filled(string? written) => JobWords.Filled(written) is { } filled ? Bare(filled) : null;

    /// <summary>The easy texts without their readings.</summary>
    private static string Bare(string shown) => Readings.Leave(shown);
}
