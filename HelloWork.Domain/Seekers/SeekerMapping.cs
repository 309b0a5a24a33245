using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

internal static class SeekerMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Seeker>(seeker =>
        {
            seeker.ToTable("Seekers");
            seeker.Property(s => s.Id).ValueGeneratedNever();
            seeker.Property(s => s.Details).IsJsonDocument();
            seeker.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
            seeker.HasIndex(s => s.AccountId).IsUnique();
            seeker.Ignore(s => s.HasMyPage);
            seeker.HasIndex(s => s.BornOn);
        });
        builder.Entity<SeekerRegistration>(registration =>
        {
            registration.ToTable("SeekerRegistrations", t =>
            {
                t.HasCheckConstraint("CK_SeekerRegistrations_Provision", "ProvisionChoice BETWEEN 0 AND 3");
                t.HasCheckConstraint("CK_SeekerRegistrations_Ended", "(EndedAt IS NULL AND EndReason IS NULL) OR (EndedAt IS NOT NULL AND EndReason IS NOT NULL)");
            });
            registration.Property(r => r.Id).ValueGeneratedNever();
            registration.HasIndex(r => r.Number).IsUnique();
            registration.Property(r => r.PlacementOfficeCode).HasMaxLength(5).IsUnicode(false);
            registration.Property(r => r.Version).IsConcurrencyToken();
            registration.HasOne<Seeker>().WithMany().HasForeignKey(r => r.SeekerId).OnDelete(DeleteBehavior.Restrict);
            // One registration open at a time.
            registration.HasIndex(r => r.SeekerId).IsUnique().HasFilter("EndedAt IS NULL").HasDatabaseName("IX_SeekerRegistrations_Open");
            registration.HasIndex(r => new { r.SeekerId, r.LastDay });
            registration.HasIndex(r => new { r.EndedAt, r.LastDay });
            registration.Ignore(r => r.EndsAt);
            registration.Ignore(r => r.RenewableFrom);
        });
        builder.Entity<SeekerAccountOpening>(opening =>
        {
            opening.ToTable("SeekerAccountOpenings");
            opening.HasKey(o => o.AccountId);
            // One person, one account (AC-05), also while it waits for its key.
            opening.HasIndex(o => o.SeekerId).IsUnique();
            opening.Property(o => o.Version).IsConcurrencyToken();
            opening.HasOne<Account>().WithOne().HasForeignKey<SeekerAccountOpening>(o => o.AccountId).OnDelete(DeleteBehavior.Restrict);
            opening.HasOne<Seeker>().WithOne().HasForeignKey<SeekerAccountOpening>(o => o.SeekerId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<SeekerProfile>(profile =>
        {
            profile.ToTable("SeekerProfiles");
            profile.HasKey(p => p.SeekerId);
            profile.HasIndex(p => p.PublicNumber).IsUnique();
            profile.Property(p => p.Statement).IsJsonDocument();
            profile.Property(p => p.Version).IsConcurrencyToken();
            profile.HasIndex(p => p.ChangedAt);
            profile.Property(p => p.Industries).HasMaxLength(48).IsUnicode(false);
            profile.HasIndex(p => p.ColumnsVersion);
            profile.HasOne<Seeker>().WithOne().HasForeignKey<SeekerProfile>(p => p.SeekerId).OnDelete(DeleteBehavior.Restrict);
            profile.HasMany(p => p.Places).WithOne().HasForeignKey(p => p.SeekerId).OnDelete(DeleteBehavior.Cascade);
            profile.Navigation(p => p.Places).UsePropertyAccessMode(PropertyAccessMode.Field);
            profile.HasMany(p => p.Occupations).WithOne().HasForeignKey(o => o.SeekerId).OnDelete(DeleteBehavior.Cascade);
            profile.Navigation(p => p.Occupations).UsePropertyAccessMode(PropertyAccessMode.Field);
            profile.HasMany(p => p.Licences).WithOne().HasForeignKey(l => l.SeekerId).OnDelete(DeleteBehavior.Cascade);
            profile.Navigation(p => p.Licences).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        builder.Entity<ProfilePlace>(place =>
        {
            place.ToTable("ProfilePlaces");
            place.HasKey(p => new { p.SeekerId, p.Position });
            place.Property(p => p.PrefectureCode).HasMaxLength(2).IsUnicode(false);
            place.Property(p => p.MunicipalityCode).HasMaxLength(5).IsUnicode(false);
            place.HasIndex(p => new { p.PrefectureCode, p.MunicipalityCode });
        });
        builder.Entity<ProfileOccupation>(occupation =>
        {
            occupation.ToTable("ProfileOccupations");
            occupation.HasKey(o => new { o.SeekerId, o.Position });
            occupation.Property(o => o.OccupationCode).HasMaxLength(6).IsUnicode(false);
            occupation.HasIndex(o => o.OccupationCode);
        });
        builder.Entity<ProfileLicence>(licence =>
        {
            licence.ToTable("ProfileLicences");
            licence.HasKey(l => new { l.SeekerId, l.Position });
            licence.Property(l => l.LicenceCode).HasMaxLength(4).IsUnicode(false);
            licence.HasIndex(l => l.LicenceCode);
        });
        builder.Entity<ProfileViewer>(viewer =>
        {
            viewer.ToTable("ProfileViewers");
            viewer.HasKey(v => v.AccountId);
            viewer.HasOne<Account>().WithOne().HasForeignKey<ProfileViewer>(v => v.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ProfileView>(view =>
        {
            view.ToTable("ProfileViews");
            view.HasIndex(v => new { v.ViewerAccountId, v.ViewedAt });
            view.HasIndex(v => new { v.SeekerId, v.ViewedAt });
            view.HasOne<Seeker>().WithMany().HasForeignKey(v => v.SeekerId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
