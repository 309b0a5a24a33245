using HelloWork.Domain.Data;

namespace HelloWork.Domain.Accounts;

/// <summary>利用規約への同意: which version of which terms an account's owner agreed to, and when (PV-01).</summary>
public sealed class TermsConsent
{
    private TermsConsent() { }

    public TermsConsent(Guid account, Terms terms, int version, DateTime now)
    {
        AccountId = account;
        Terms = terms;
        Version = version;
        ConsentedAt = now;
    }

    public Guid AccountId { get; private set; }
    public Terms Terms { get; private set; }
    public int Version { get; private set; }
    public DateTime ConsentedAt { get; private set; }
}

/// <summary>利用規約: the texts are ours and versioned.</summary>
public enum Terms
{
    /// <summary>ポータル利用規約</summary>
    Portal = 1,
    /// <summary>求職情報提供サイト利用規約（求職者用）</summary>
    SeekerProvision = 2,
}

internal static class TermsConsents
{
    /// <summary>Keeps the date of the first consent to a version.</summary>
    public static async Task AgreeAsync(this HelloWorkDbContext db, Guid account, Terms terms, int version, DateTime now, CancellationToken ct)
    {
        if (await db.TermsConsents.FindAsync([account, terms, version], ct) is null)
            db.Add(new TermsConsent(account, terms, version, now));
    }
}

/// <summary>ポータル利用規約: the text stands with the pages; a changed text gets a new version.</summary>
public static class PortalTerms
{
    public const int CurrentVersion = 1;
    /// <summary>From when the current text holds.</summary>
    public static readonly DateOnly InForceFrom = new(2026, 11, 1);
}
