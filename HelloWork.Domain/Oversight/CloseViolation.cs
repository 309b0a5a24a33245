using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>違反の対応を終える: the bureau writes down what it did instead of an order, or that it was no violation.</summary>
public sealed class CloseViolation(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Dismissed">違反としない: it doesn't count for repetition.</param>
    public sealed record Command(BureauActor Officer, ViolationId Violation, string Note, bool Dismissed);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<CloseRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var note = WrittenText.Tidy(command.Note);
        CloseRefusal? refusal = note.Length == 0 ? CloseRefusal.NoteMissing : WrittenText.Fits(note, Violation.LongestNote) ? null : CloseRefusal.NoteTooLong;
        return refusal is { } no ? Task.FromResult<CloseRefusal?>(no) : contexts.WriteAsync<CloseRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Officer, ct);
            if (await db.Violations.SingleOrDefaultAsync(v => v.Id == command.Violation, ct) is not { } violation)
                return CloseRefusal.NotFound;
            await db.DropFormDraftsAsync(DraftForm.ViolationEnd, violation.Id.ToString(), ct);
            if (violation.HandledAt is not null)
                return CloseRefusal.Handled;
            violation.Close(note, command.Dismissed, command.Officer.Account, now);
            db.Record(now, command.Officer.Account, nameof(CloseViolation), nameof(Violation), violation.Id, command.Dismissed ? "dismissed" : "closed");
            await db.SignalAsync([LiveTopic.Bureau], now, ct);
            return null;
        }, ct);
    }
}

/// <summary>Why a violation stays open.</summary>
public enum CloseRefusal
{
    NotFound = 1,
    NoteMissing = 2,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    NoteTooLong = 3,
    /// <summary>A colleague has dealt with it meanwhile.</summary>
    Handled = 4,
}
