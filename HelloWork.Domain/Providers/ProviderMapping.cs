using HelloWork.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Providers;

internal static class ProviderMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Provider>(provider =>
        {
            provider.ToTable("Providers", t =>
            {
                t.HasCheckConstraint("CK_Providers_Group", $"(ProviderGroup = {(int)ProviderGroup.PrivateAgencies} AND Kind BETWEEN 1 AND 4) OR (ProviderGroup = {(int)ProviderGroup.LocalGovernments} AND Kind BETWEEN 11 AND 14)");
            });
            provider.Property(p => p.Id).ValueGeneratedNever();
            // GROUP is a word of SQL.
            provider.Property(p => p.Group).HasColumnName("ProviderGroup");
            provider.Property(p => p.Name).HasMaxLength(Provider.LongestName * 4);
            provider.Property(p => p.About).HasMaxLength(Provider.LongestAbout * 4);
            provider.Property(p => p.Version).IsConcurrencyToken();
            provider.HasIndex(p => p.Licence).IsUnique();
            provider.HasMany(p => p.Handling).WithOne().HasForeignKey(h => h.ProviderId).OnDelete(DeleteBehavior.Cascade);
            provider.Navigation(p => p.Handling).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        builder.Entity<ProviderHandling>(handling =>
        {
            handling.ToTable("ProviderHandlings", t => t.HasCheckConstraint("CK_ProviderHandlings_Kind", "Kind BETWEEN 1 AND 3"));
            handling.HasKey(h => new { h.ProviderId, h.Kind, h.Code });
            handling.Property(h => h.Code).HasMaxLength(3).IsUnicode(false);
        });
        builder.Entity<ProviderMember>(member =>
        {
            member.ToTable("ProviderMembers");
            member.HasKey(m => m.AccountId);
            member.HasIndex(m => m.ProviderId);
            member.HasOne<Provider>().WithMany().HasForeignKey(m => m.ProviderId).OnDelete(DeleteBehavior.Restrict);
            member.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ProviderSuspension>(suspension =>
        {
            suspension.ToTable("ProviderSuspensions", t => t.HasCheckConstraint("CK_ProviderSuspensions_Period", "EndsAt > StartsAt"));
            suspension.Property(s => s.Id).ValueGeneratedNever();
            suspension.Property(s => s.Version).IsConcurrencyToken();
            suspension.HasIndex(s => new { s.ProviderId, s.EndsAt });
            suspension.HasOne<Provider>().WithMany().HasForeignKey(s => s.ProviderId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
