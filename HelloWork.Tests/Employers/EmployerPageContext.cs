using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Employers;

/// <summary>The employer's pages on a database of their own, with an employer signed in.</summary>
public abstract class EmployerPageContext : SignedInPageContext
{
    protected EmployerActor Employer { get; private set; } = null!;

    protected override async Task SignInAsync() => SignIn(Employer = await Given.EmployerAsync());

    protected void SignIn(EmployerActor employer) => SignIn(RoleNames.Employer, employer.Account, new Claim(CurrentActor.OfficeClaim, employer.Office.ToString()));

    protected async Task<DirectRequestId> SendAsync(JobOffer job, GivenSeeker seeker, string message = "ご経験を拝見し、ご連絡しました。") =>
        (await new SendDirectRequest(Database, Clock).RunAsync(new(Employer, job.Number, seeker.PublicNumber, message, NoticeConfirmed: true), CancellationToken.None)).Sent!.Value;

    protected Task SaveDraftAsync(GivenSeeker seeker, string message, JobOffer? job = null, bool confirmed = false) =>
        new SaveRequestDraft(Database, Clock).RunAsync(new(Employer, seeker.PublicNumber, job?.Number, message, confirmed), CancellationToken.None);
}
