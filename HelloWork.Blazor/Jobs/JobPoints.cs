using HelloWork.Domain.Jobs;

namespace HelloWork.Blazor.Jobs;

/// <summary>What a list says of a job in a word each; the text's key is Point.<see cref="JobPoint"/>.</summary>
internal enum JobPoint { SelfApplication, NoExperience, NoEducation, NoLicence, WeekendsOff, WorkFromHome, NoTransfer, CarCommuting }

internal static class JobPoints
{
    /// <summary>What decides most comes first: lists show only some.</summary>
    public static IEnumerable<JobPoint> Of(JobSummary job)
    {
        if (job.Traits.HasFlag(JobTraits.WorkFromHome)) yield return JobPoint.WorkFromHome;
        if (job.Traits.HasFlag(JobTraits.NoExperience)) yield return JobPoint.NoExperience;
        if (job.Traits.HasFlag(JobTraits.WeekendsOff)) yield return JobPoint.WeekendsOff;
        if (job.Card.Header.AcceptsSelfApplication) yield return JobPoint.SelfApplication;
        if (job.Traits.HasFlag(JobTraits.NoTransfer)) yield return JobPoint.NoTransfer;
        if (job.Traits.HasFlag(JobTraits.NoEducation)) yield return JobPoint.NoEducation;
        if (job.Traits.HasFlag(JobTraits.NoLicence)) yield return JobPoint.NoLicence;
        if (job.Card.Work.CarCommuting is { } car && car.StartsWith('可')) yield return JobPoint.CarCommuting;
    }
}
