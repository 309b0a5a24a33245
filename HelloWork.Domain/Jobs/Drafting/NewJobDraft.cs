using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Drafting;

internal static class NewJobDraft
{
    /// <summary>求人事業所: what every card of an office says of it.</summary>
    public static JobCard.OfficeBlock BlockOf(Office office) =>
        new() { Name = office.Name, NameKana = office.NameKana, PostalCode = office.PostalCode, Address = office.Address };

    /// <summary>What a new draft starts with: the office's own place, its profile, and what its last card said of the company.</summary>
    public static async Task<JobDraftValues> StartingValuesAsync(this HelloWorkDbContext db, Office office, CancellationToken ct)
    {
        var last = await db.JobOffers.AsNoTracking().Where(j => j.OfficeId == office.Id).OrderByDescending(j => j.AcceptedOn).ThenByDescending(j => j.Number)
            .Select(j => j.Card).FirstOrDefaultAsync(ct);
        var profile = await db.OfficeProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OfficeId == office.Id, ct);
        var texts = profile?.Proposed ?? profile?.Published;
        var company = last?.Company ?? new();
        var card = new JobCard
        {
            Header = new() { Kind = "一般", FullOrPart = "フルタイム", IndustryCode = office.IndustryCode },
            Office = new() { Homepage = texts?.Homepage ?? last?.Office.Homepage },
            Work = new()
            {
                TermLimit = "雇用期間の定めなし",
                Workplaces = office.Address is null ? [] : [new() { PostalCode = office.PostalCode, Address = office.Address }],
            },
            Pay = new() { Form = "月給" },
            Company = company with { Business = texts?.Business ?? company.Business, Features = texts?.Features ?? company.Features },
            Remarks = new() { MessageFromOffice = texts?.Message, Welfare = texts?.Welfare, Training = texts?.Training },
            Selection = new() { Headcount = 1 },
        };
        return JobDraftValues.Of(card);
    }

    public static async Task<bool> HasRoomForDraftAsync(this HelloWorkDbContext db, OfficeId office, CancellationToken ct) =>
        await db.JobDrafts.CountAsync(d => d.OfficeId == office, ct) < JobDraft.MostPerOffice;
}
