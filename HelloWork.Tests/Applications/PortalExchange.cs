using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Applications;

/// <summary>What employer01 and seeker01 of the demonstration have between them.</summary>
internal static class PortalExchange
{
    public static readonly JobNumber Job = JobNumber.Parse("13010-00000101");

    /// <summary>employer01 asks seeker01 for the job.</summary>
    public static async Task<DirectRequestId> RequestAsync(this PortalHost portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var account = await db.Users.SingleAsync(u => u.UserName == "employer01");
        var member = await db.OfficeMembers.SingleAsync(m => m.AccountId == account.Id);
        var seeker = await db.SeekerProfiles.Where(p => db.Seekers.Any(s => s.Id == p.SeekerId && db.Users.Any(u => u.Id == s.AccountId && u.UserName == "seeker01")))
            .Select(p => p.PublicNumber).SingleAsync();
        var sent = await portal.Services.GetRequiredService<SendDirectRequest>()
            .RunAsync(new(new EmployerActor(account.Id, member.OfficeId), Job, seeker, "ぜひご検討ください。", NoticeConfirmed: true), default);
        return sent.Sent ?? throw new InvalidOperationException($"Refused: {sent.Refusal} {sent.Bar}");
    }
}
