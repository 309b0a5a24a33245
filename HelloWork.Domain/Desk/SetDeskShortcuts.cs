using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>キーボード操作を使う・使わない: single keys can be switched off (WCAG 2.1.4), remembered with the account.</summary>
public sealed class SetDeskShortcuts(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, bool On);

    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandDeskAsync(command.Counselor, ct);
        (await db.StaffPosts.SingleAsync(p => p.AccountId == command.Counselor.Account, ct)).UseShortcuts(command.On);
        db.Record(clock.UtcNow(), command.Counselor.Account, nameof(SetDeskShortcuts), nameof(StaffPost), command.Counselor.Account, command.On ? "on" : "off");
        return command.On;
    }, ct);
}
