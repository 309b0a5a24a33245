using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// 取得した求職情報 (PR-03): what one provider holds of one seeker, from its first opening until it says that it is deleted, or that the
/// seeker has registered with it. Whoever opens the profile again after a deletion holds it anew, under another number.
/// </summary>
public sealed class ObtainedProfile
{
    private ObtainedProfile() { }

    public ObtainedProfile(ProviderId provider, SeekerId seeker, AliasNumber number, DateTime now)
    {
        Id = NewId.Next();
        ProviderId = provider;
        SeekerId = seeker;
        Number = number;
        FirstOpenedAt = now;
        LastOpenedAt = now;
    }

    public Guid Id { get; private set; }
    public ProviderId ProviderId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    /// <summary>提供番号 by which the provider knew the seeker while it held this.</summary>
    public AliasNumber Number { get; private set; }
    public DateTime FirstOpenedAt { get; private set; }
    public DateTime LastOpenedAt { get; private set; }
    /// <summary>削除を求められた時 (PR-04)</summary>
    public DateTime? DemandedAt { get; private set; }
    /// <summary>The seeker's choice shut this provider out since; null: it doesn't (PV-02).</summary>
    public DateTime? WithdrawnAt { get; private set; }
    /// <summary>Null: still held.</summary>
    public ObtainedOutcome? Outcome { get; private set; }
    public DateTime? SettledAt { get; private set; }
    /// <summary>The provider's account that said so.</summary>
    public Guid? SettledBy { get; private set; }
    /// <summary>団体への求職申込みの日 (step 6), as the provider says.</summary>
    public DateOnly? RegisteredOn { get; private set; }
    public int Version { get; private set; }

    public void Open(DateTime now)
    {
        DemandHeld();
        LastOpenedAt = now;
        Version++;
    }

    public void AskForDeletion(DateTime now)
    {
        DemandHeld();
        DemandedAt ??= now;
        Version++;
    }

    /// <summary>提供先から外れた: what it holds has to be deleted without delay.</summary>
    public void Withdraw(DateTime now)
    {
        DemandHeld();
        WithdrawnAt ??= now;
        Version++;
    }

    /// <summary>The choice lets the provider in again.</summary>
    public void Readmit()
    {
        DemandHeld();
        WithdrawnAt = null;
        Version++;
    }

    public void ConfirmDeletion(Guid by, DateTime now) => Settle(ObtainedOutcome.Deleted, by, now);

    public void MarkRegistered(DateOnly on, Guid by, DateTime now)
    {
        if (on > Jst.DayOf(now))
            throw new ArgumentException("A registration lies in the past.", nameof(on));
        Settle(ObtainedOutcome.Registered, by, now);
        RegisteredOn = on;
    }

    private void Settle(ObtainedOutcome outcome, Guid by, DateTime now)
    {
        DemandHeld();
        Outcome = outcome;
        SettledAt = now;
        SettledBy = by;
        Version++;
    }

    private void DemandHeld()
    {
        if (SettledAt is not null)
            throw new InvalidOperationException($"{Number} is {Outcome} since {SettledAt:O}.");
    }
}

/// <summary>取得した求職情報がどうなったか. Stored: none is renumbered.</summary>
public enum ObtainedOutcome
{
    /// <summary>削除した</summary>
    Deleted = 1,
    /// <summary>団体に求職申込みがあった: the provider's own rules apply from then on.</summary>
    Registered = 2,
}

internal static class Obtaining
{
    /// <summary>Notes what a provider gets to see, in the transaction that shows it.</summary>
    /// <param name="counted">An opening of its own; a page that only goes on from one doesn't put the deletion off.</param>
    public static async Task NoteObtainedAsync(this HelloWorkDbContext db, ProviderId provider, SeekerId seeker, AliasNumber number, bool counted, DateTime now, CancellationToken ct)
    {
        var held = await db.ObtainedProfiles.SingleOrDefaultAsync(o => o.ProviderId == provider && o.SeekerId == seeker && o.SettledAt == null, ct);
        if (held is not null && counted)
            held.Open(now);
        else if (held is null && !await db.ObtainedProfiles.AnyAsync(o => o.ProviderId == provider && o.SeekerId == seeker && o.Outcome == ObtainedOutcome.Registered, ct))
            db.ObtainedProfiles.Add(new ObtainedProfile(provider, seeker, number, now));
    }
}
