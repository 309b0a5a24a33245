using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>メッセージの下書きを保存する: what one side has typed so far (AP-06), also one that is still too long to send.</summary>
public sealed class SaveMessageDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int MostKept = 4 * ApplicationMessage.LongestBody;

    public sealed record FromSeeker(SeekerActor Sender, SelfApplicationId Application, string Body);
    public sealed record FromEmployer(EmployerActor Sender, SelfApplicationId Application, string Body);

    /// <returns>When it was saved (UTC); null: no such application of this seeker, or more than can be kept.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<DateTime?> RunAsync(FromSeeker command, CancellationToken ct) => SaveAsync(command.Body, command.Sender.Account, command.Application, async db =>
    {
        await db.DemandAsync(command.Sender, ct);
        return db.SelfApplications.Where(a => a.Id == command.Application && a.SeekerId == command.Sender.Seeker);
    }, ct);

    /// <returns>When it was saved (UTC); null: no such application to this office, or more than can be kept.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<DateTime?> RunAsync(FromEmployer command, CancellationToken ct) => SaveAsync(command.Body, command.Sender.Account, command.Application, async db =>
    {
        await db.DemandAsync(command.Sender, ct);
        return db.SentTo(command.Sender.Office).Where(a => a.Id == command.Application);
    }, ct);

    private Task<DateTime?> SaveAsync(string typed, Guid account, SelfApplicationId application, Func<HelloWorkDbContext, Task<IQueryable<SelfApplication>>> demand, CancellationToken ct)
    {
        var body = WrittenText.Tidy(typed);
        if (body.Length > MostKept || !WrittenText.IsClean(body))
            return Task.FromResult<DateTime?>(null);
        return contexts.WriteAsync<DateTime?>(async db =>
        {
            if (!await (await demand(db)).AnyAsync(ct))
                return null;
            // A save that was still under way when the message went out.
            if (await db.ApplicationMessages.AnyAsync(m => m.SelfApplicationId == application && m.AccountId == account && m.Body == body, ct))
                return null;
            var now = clock.UtcNow();
            var draft = await db.ApplicationMessageDrafts.FindAsync([account, application], ct);
            if (draft is null)
                db.ApplicationMessageDrafts.Add(draft = new ApplicationMessageDraft(account, application));
            draft.Save(body, now);
            return now;
        }, ct);
    }
}
