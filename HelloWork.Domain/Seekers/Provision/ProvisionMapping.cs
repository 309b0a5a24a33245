using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

internal static class ProvisionMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ProvisionService>(service =>
        {
            service.ToTable("ProvisionServices", t => t.HasCheckConstraint("CK_ProvisionServices_Stopped", "StoppedAt IS NULL OR PublishedAt IS NULL"));
            service.HasKey(s => s.SeekerId);
            service.Property(s => s.Version).IsConcurrencyToken();
            service.HasIndex(s => s.RegistrationId);
            service.HasOne<Seeker>().WithOne().HasForeignKey<ProvisionService>(s => s.SeekerId).OnDelete(DeleteBehavior.Restrict);
            service.HasOne<SeekerRegistration>().WithMany().HasForeignKey(s => s.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<StatementDraft>(draft =>
        {
            draft.ToTable("StatementDrafts");
            draft.HasKey(d => d.SeekerId);
            draft.Property(d => d.Statement).IsJsonDocument();
            draft.Property(d => d.Version).IsConcurrencyToken();
            draft.HasOne<Seeker>().WithOne().HasForeignKey<StatementDraft>(d => d.SeekerId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ReceiveConditions>(conditions =>
        {
            conditions.ToTable("ReceiveConditions");
            conditions.HasKey(c => c.SeekerId);
            conditions.Property(c => c.Version).IsConcurrencyToken();
            conditions.Ignore(c => c.Wanted);
            conditions.HasOne<Seeker>().WithOne().HasForeignKey<ReceiveConditions>(c => c.SeekerId).OnDelete(DeleteBehavior.Restrict);
            conditions.HasMany(c => c.Codes).WithOne().HasForeignKey(c => c.SeekerId).OnDelete(DeleteBehavior.Cascade);
            conditions.Navigation(c => c.Codes).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        builder.Entity<ReceiveConditionCode>(code =>
        {
            code.ToTable("ReceiveConditionCodes", t => t.HasCheckConstraint("CK_ReceiveConditionCodes_Kind", "Kind BETWEEN 1 AND 3"));
            code.HasKey(c => new { c.SeekerId, c.Kind, c.Code });
            code.Property(c => c.Code).HasMaxLength(3).IsUnicode(false);
        });
        builder.Entity<ProviderBlock>(block =>
        {
            block.ToTable("ProviderBlocks");
            block.HasKey(b => new { b.SeekerId, b.ProviderId });
            block.HasIndex(b => b.ProviderId);
            block.HasOne<Seeker>().WithMany().HasForeignKey(b => b.SeekerId).OnDelete(DeleteBehavior.Restrict);
            block.HasOne<Provider>().WithMany().HasForeignKey(b => b.ProviderId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ObtainedProfile>(obtained =>
        {
            obtained.ToTable("ObtainedProfiles", t =>
            {
                t.HasCheckConstraint("CK_ObtainedProfiles_Settled", "(Outcome IS NULL AND SettledAt IS NULL AND SettledBy IS NULL) OR (Outcome IS NOT NULL AND SettledAt IS NOT NULL AND SettledBy IS NOT NULL)");
                t.HasCheckConstraint("CK_ObtainedProfiles_Registered", "(Outcome = 2 AND RegisteredOn IS NOT NULL) OR RegisteredOn IS NULL");
            });
            obtained.Property(o => o.Id).ValueGeneratedNever();
            obtained.Property(o => o.Version).IsConcurrencyToken();
            // A provider holds a seeker's data once at a time.
            obtained.HasIndex(o => new { o.ProviderId, o.SeekerId }).IsUnique().HasFilter("SettledAt IS NULL").HasDatabaseName("IX_ObtainedProfiles_Held");
            obtained.HasIndex(o => new { o.ProviderId, o.SettledAt, o.LastOpenedAt });
            obtained.HasIndex(o => new { o.SettledAt, o.LastOpenedAt });
            obtained.HasIndex(o => new { o.SeekerId, o.SettledAt });
            obtained.HasOne<Provider>().WithMany().HasForeignKey(o => o.ProviderId).OnDelete(DeleteBehavior.Restrict);
            obtained.HasOne<Seeker>().WithMany().HasForeignKey(o => o.SeekerId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<SeekerAlias>(alias =>
        {
            alias.ToTable("SeekerAliases");
            alias.HasKey(a => new { a.ProviderId, a.SeekerId });
            alias.HasIndex(a => new { a.ProviderId, a.Number }).IsUnique();
            alias.HasIndex(a => a.SeekerId);
            alias.HasOne<Provider>().WithMany().HasForeignKey(a => a.ProviderId).OnDelete(DeleteBehavior.Restrict);
            alias.HasOne<Seeker>().WithMany().HasForeignKey(a => a.SeekerId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
