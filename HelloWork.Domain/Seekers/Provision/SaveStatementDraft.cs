using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>求職情報の下書きを保存する: one step's fields as typed so far, right or wrong. Leaves no audit row: nobody sees it before it is published.</summary>
public sealed class SaveStatementDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Typed">Only the step's own fields are taken from it.</param>
    public sealed record Command(ProvisionActor Seeker, StatementStep Step, SeekerStatement Typed);

    /// <returns>When it was saved (UTC); null: more than a draft can hold.</returns>
    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<DateTime?> RunAsync(Command command, CancellationToken ct)
    {
        var typed = command.Typed.Tidied();
        if (!typed.HasRoom())
            return Task.FromResult<DateTime?>(null);
        return contexts.WriteAsync<DateTime?>(async db =>
        {
            var now = clock.UtcNow();
            var seeker = command.Seeker.Seeker;
            await db.DemandAsync(command.Seeker, now, ct);
            var inHand = await db.StatementInHandAsync(seeker, ct);
            var draft = await db.StatementDrafts.FindAsync([seeker], ct);
            if (draft is null)
                db.Add(draft = new StatementDraft(seeker));
            draft.Save(inHand.Statement.With(command.Step, typed), now);
            return now;
        }, ct);
    }
}
