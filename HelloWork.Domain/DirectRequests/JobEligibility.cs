using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>Why a job can't be attached to a request to this seeker (DR-01); the composer says it in words.</summary>
public enum JobBar
{
    /// <summary>有効中ではない</summary>
    NotActive = 1,
    /// <summary>事業所名を公開していない（公開範囲 3、4）</summary>
    OfficeNameNotShown = 2,
    /// <summary>就業先事業所を明示できない派遣・請負 (JO-03)</summary>
    WorkplaceNotNamed = 3,
    /// <summary>オンライン自主応募を受け付けていない</summary>
    SelfApplicationNotAccepted = 4,
    /// <summary>この求職者に送付済み (DR-03)</summary>
    AlreadyAsked = 5,
    /// <summary>10人に送付済み (DR-02)</summary>
    TenAlreadyAsked = 6,
}

/// <summary>One of the office's jobs as the composer offers it.</summary>
/// <param name="Asked">How many of the ten places are taken.</param>
/// <param name="LastDay">Of the job: a request ends with it (JO-05).</param>
public sealed record AttachableJob(JobOfferId Id, JobNumber Number, string Title, int Asked, JobBar? Bar, DateOnly LastDay)
{
    public int Left => DirectRequest.MostPerJob - Asked;
}

internal static class JobEligibility
{
    /// <summary>The rule of DR-01, in the order a person would mend it.</summary>
    public static JobBar? BarOf(JobOffer job, DateOnly today, bool alreadyAsked, int asked) =>
        BarOf(job.IsActiveOn(today), job.Disclosure, job.Staffing, job.WorkplaceNamed, job.AcceptsSelfApplication, alreadyAsked, asked);

    public static JobBar? BarOf(bool active, Disclosure disclosure, StaffingKind staffing, bool workplaceNamed, bool acceptsSelfApplication, bool alreadyAsked, int asked)
    {
        if (!active) return JobBar.NotActive;
        if (disclosure is Disclosure.WithoutName or Disclosure.NotPublic) return JobBar.OfficeNameNotShown;
        if (staffing is not StaffingKind.None && !workplaceNamed) return JobBar.WorkplaceNotNamed;
        if (!acceptsSelfApplication) return JobBar.SelfApplicationNotAccepted;
        if (alreadyAsked) return JobBar.AlreadyAsked;
        return asked >= DirectRequest.MostPerJob ? JobBar.TenAlreadyAsked : null;
    }
}
