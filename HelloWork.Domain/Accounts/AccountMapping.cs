using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

internal static class AccountMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Account>(account =>
        {
            account.ToTable("Accounts", t =>
            {
                t.HasCheckConstraint("CK_Accounts_Role", $"Role BETWEEN {(int)Role.Seeker} AND {(int)Role.BureauOfficer}");
                t.HasCheckConstraint("CK_Accounts_Language", $"Language BETWEEN {(int)Language.Japanese} AND {(int)Language.English}");
            });
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Property(a => a.DisplayName).HasMaxLength(800);
            account.Property(a => a.PendingEmail).HasMaxLength(256);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaims");
        // A clustered key of SQL Server holds 900 bytes; Identity leaves its names without a length.
        builder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("AccountLogins");
            login.Property(l => l.LoginProvider).HasMaxLength(128);
            login.Property(l => l.ProviderKey).HasMaxLength(128);
        });
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("AccountTokens");
            token.Property(t => t.LoginProvider).HasMaxLength(128);
            token.Property(t => t.Name).HasMaxLength(128);
        });
        builder.Entity<OutboxMail>().HasOne<Account>().WithMany().HasForeignKey(m => m.RecipientAccountId).OnDelete(DeleteBehavior.Restrict);
        MapKeys(builder);
        MapCodes(builder);
        MapSessions(builder);
        builder.Entity<DataProtectionKey>().Property(k => k.FriendlyName).HasMaxLength(200);
    }

    private static void MapKeys(ModelBuilder builder)
    {
        builder.Entity<AuthenticationKey>(key =>
        {
            key.ToTable("AuthenticationKeys", t =>
            {
                t.HasCheckConstraint("CK_AuthenticationKeys_WrongEntries", $"WrongEntries BETWEEN 0 AND {AuthenticationKey.MostWrongEntries}");
                t.HasCheckConstraint("CK_AuthenticationKeys_Ended", "(EndedAt IS NULL AND Ending IS NULL) OR (EndedAt IS NOT NULL AND Ending IS NOT NULL)");
            });
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Hash).HasMaxLength(64).IsUnicode(false);
            key.Property(k => k.Version).IsConcurrencyToken();
            key.Ignore(k => k.DiesAt).Ignore(k => k.TriesLeft);
            // One key of a purpose lives at a time (AC-02).
            key.HasIndex(k => new { k.AccountId, k.Purpose }).IsUnique().HasFilter("EndedAt IS NULL").HasDatabaseName("IX_AuthenticationKeys_Live");
            key.HasIndex(k => k.IssuedAt);
            key.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Throttle>(throttle =>
        {
            throttle.ToTable("Throttles");
            throttle.HasKey(t => new { t.Kind, t.SubjectHash });
            throttle.Property(t => t.SubjectHash).HasMaxLength(64).IsUnicode(false);
            throttle.Property(t => t.Version).IsConcurrencyToken();
            throttle.HasIndex(t => t.WindowStart);
        });
        builder.Entity<TermsConsent>(consent =>
        {
            consent.ToTable("TermsConsents");
            consent.HasKey(c => new { c.AccountId, c.Terms, c.Version });
            consent.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapCodes(ModelBuilder builder) => builder.Entity<RegistrationCode>(code =>
    {
        code.ToTable("RegistrationCodes", t => t.HasCheckConstraint("CK_RegistrationCodes_WrongEntries", $"WrongEntries BETWEEN 0 AND {RegistrationCode.MostWrongEntries}"));
        code.Property(c => c.Id).ValueGeneratedNever();
        code.Property(c => c.Hash).HasMaxLength(64).IsUnicode(false);
        code.Property(c => c.Version).IsConcurrencyToken();
        // One code at a time for whom it lets in.
        code.HasIndex(c => new { c.Role, c.OrganisationId }).IsUnique().HasFilter("EndedAt IS NULL").HasDatabaseName("IX_RegistrationCodes_Live");
        code.HasIndex(c => c.AccountId);
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
    });

    private static void MapSessions(ModelBuilder builder)
    {
        builder.Entity<AccountSession>(session =>
        {
            session.ToTable("AccountSessions");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Property(s => s.Agent).HasMaxLength(AccountSession.LongestAgent);
            session.HasIndex(s => new { s.AccountId, s.LastUsedAt });
            session.HasIndex(s => s.LastUsedAt);
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<SecondFactor>(factor =>
        {
            factor.ToTable("SecondFactors");
            factor.HasKey(f => f.AccountId);
            factor.Property(f => f.ProtectedSecret).HasMaxLength(1000);
            factor.Property(f => f.Version).IsConcurrencyToken();
            factor.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<RecoveryCode>(code =>
        {
            code.ToTable("RecoveryCodes");
            code.Property(c => c.Id).ValueGeneratedNever();
            code.Property(c => c.Hash).HasMaxLength(64).IsUnicode(false);
            code.Property(c => c.Version).IsConcurrencyToken();
            code.HasIndex(c => c.AccountId);
            code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            // All said here: Identity would map it by the portal's settings, which migrations and tests don't have.
            passkey.ToTable("AccountPasskeys");
            passkey.HasKey(p => p.CredentialId);
            // The standard allows 1,023 bytes, more than a clustered key of SQL Server holds; real ones have 16 to 100.
            passkey.Property(p => p.CredentialId).HasMaxLength(800);
            passkey.Property(p => p.Data).IsJsonDocument();
            passkey.HasIndex(p => p.UserId);
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
