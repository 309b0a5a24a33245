using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

internal static class JobMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Office>(office =>
        {
            office.ToTable("Offices");
            office.Property(o => o.Id).ValueGeneratedNever();
            office.HasIndex(o => o.Number).IsUnique();
            // Room for 200 and 300 characters: one takes up to four units.
            office.Property(o => o.Name).HasMaxLength(800);
            office.Property(o => o.NameKana).HasMaxLength(800);
            office.Property(o => o.PostalCode).HasMaxLength(8);
            office.Property(o => o.Address).HasMaxLength(1200);
            office.Property(o => o.PrefectureCode).HasMaxLength(2).IsUnicode(false);
            office.Property(o => o.MunicipalityCode).HasMaxLength(5).IsUnicode(false);
            office.Property(o => o.IndustryCode).HasMaxLength(3).IsUnicode(false);
        });
        builder.Entity<OfficeMember>(member =>
        {
            member.ToTable("OfficeMembers");
            member.HasKey(m => m.AccountId);
            member.HasIndex(m => m.OfficeId);
            member.HasOne<Office>().WithMany().HasForeignKey(m => m.OfficeId).OnDelete(DeleteBehavior.Restrict);
            member.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<JobOffer>(job =>
        {
            job.ToTable("JobOffers", t =>
            {
                t.HasCheckConstraint("CK_JobOffers_Status", "Status BETWEEN 1 AND 3");
                t.HasCheckConstraint("CK_JobOffers_Ended", "(Status = 3 AND EndReason IS NOT NULL AND EndedAt IS NOT NULL) OR (Status <> 3 AND EndReason IS NULL AND EndedAt IS NULL)");
                // JO-02, JO-03: whatever writes the row.
                t.HasCheckConstraint("CK_JobOffers_SelfApplication", "AcceptsSelfApplication = 0 OR (Disclosure IN (1, 2) AND (Staffing = 0 OR WorkplaceNamed = 1))");
                t.HasCheckConstraint("CK_JobOffers_Days", "LastDay >= AcceptedOn");
            });
            job.Property(j => j.Id).ValueGeneratedNever();
            job.HasIndex(j => j.Number).IsUnique();
            job.Property(j => j.Version).IsConcurrencyToken();
            job.Property(j => j.Card).IsJsonDocument();
            job.Property(j => j.ProposedCard).IsJsonDocument();
            job.Property(j => j.Title).HasMaxLength(400);
            job.Property(j => j.OccupationCode).HasMaxLength(6).IsUnicode(false);
            job.Property(j => j.OccupationMajor).HasMaxLength(2).IsUnicode(false);
            job.Property(j => j.OccupationMiddle).HasMaxLength(3).IsUnicode(false);
            job.Property(j => j.LicenceCodes).HasMaxLength(160).IsUnicode(false);
            job.HasIndex(j => j.ColumnsVersion);
            job.HasOne<Office>().WithMany().HasForeignKey(j => j.OfficeId).OnDelete(DeleteBehavior.Restrict);
            // The active jobs of an office: by the status alone SQLite would go through all active jobs there are.
            job.HasIndex(j => new { j.OfficeId, j.Status, j.LastDay });
            job.HasIndex(j => new { j.Status, j.LastDay, j.Disclosure });
            job.HasIndex(j => new { j.Status, j.AcceptedOn });
            // All that a list of every public job asks for, and all that a page of a search asks of the jobs it knows: without it cards would be read for what stands beside them.
            job.HasIndex(j => new { j.Number, j.Status, j.LastDay, j.Disclosure, j.ChangedAt, j.Version, j.Traits });
            job.HasMany(j => j.Places).WithOne().HasForeignKey(p => p.JobOfferId).OnDelete(DeleteBehavior.Cascade);
            job.Navigation(j => j.Places).UsePropertyAccessMode(PropertyAccessMode.Field);
            job.Ignore(j => j.EndsAt);
        });
        builder.Entity<JobEndNotice>(notice =>
        {
            notice.ToTable("JobEndNotices");
            // Each foretelling once, however many sweep.
            notice.HasKey(n => new { n.JobOfferId, n.LastDay, n.Days });
            notice.HasOne<JobOffer>().WithMany().HasForeignKey(n => n.JobOfferId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<JobOfferPlace>(place =>
        {
            place.ToTable("JobOfferPlaces");
            place.HasKey(p => new { p.JobOfferId, p.Position });
            place.Property(p => p.PrefectureCode).HasMaxLength(2).IsUnicode(false);
            place.Property(p => p.MunicipalityCode).HasMaxLength(5).IsUnicode(false);
            place.HasIndex(p => new { p.PrefectureCode, p.MunicipalityCode });
        });
    }
}
