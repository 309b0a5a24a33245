using HelloWork.Domain.Desk;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Jobs.Checking;

/// <summary>Which placement office checks a job, and by when (CO-02).</summary>
public static class JobDesk
{
    /// <summary>Open days a check may take.</summary>
    public const int OpenDays = 3;

    /// <summary>管轄の安定所: the one serving the office's municipality; where that isn't known, its prefecture's main one.</summary>
    public static string InChargeOf(Office office) =>
        (PlacementOffices.Serving(office.MunicipalityCode) ?? PlacementOffices.InPrefecture(office.PrefectureCode).FirstOrDefault() ?? PlacementOffices.All[0]).Code;

    /// <summary>The office that accepted the job, or the one in charge where its code isn't known here.</summary>
    public static string Of(JobNumber number, Office office) => PlacementOffices.Find(number.PlacementOfficeCode)?.Code ?? InChargeOf(office);

    public static DeskWork WorkOf(JobOffer job, JobCard card, Office office, DateOnly today) =>
        new(Of(job.Number, office), DeskItemKind.JobCheck, job.Id.Value, job.Number.Value, card.Work.Title, office.Name, DeskQueue.DueAfterOpenDays(today, OpenDays));
}
