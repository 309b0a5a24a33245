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
            account.Property(a => a.DisplayName).HasMaxLength(200);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("AccountTokens");
        builder.Entity<OutboxMail>().HasOne<Account>().WithMany().HasForeignKey(m => m.RecipientAccountId).OnDelete(DeleteBehavior.Restrict);
        builder.Entity<DataProtectionKey>().Property(k => k.FriendlyName).HasMaxLength(200);
    }
}
