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
            account.ToTable("Accounts", t => t.HasCheckConstraint("CK_Accounts_Role", $"Role BETWEEN {(int)Role.Seeker} AND {(int)Role.BureauOfficer}"));
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Property(a => a.DisplayName).HasMaxLength(800);
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
        builder.Entity<DataProtectionKey>().Property(k => k.FriendlyName).HasMaxLength(200);
    }
}
