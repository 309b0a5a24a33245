using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Saved;

internal static class SavedMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<SavedJob>(saved =>
        {
            saved.ToTable("SavedJobs", t => t.HasCheckConstraint("CK_SavedJobs_Slot", "Slot BETWEEN 1 AND 100"));
            saved.HasKey(s => new { s.SeekerId, s.JobOfferId });
            saved.HasIndex(s => new { s.SeekerId, s.Slot }).IsUnique();
            saved.HasIndex(s => s.JobOfferId);
            saved.HasOne<Seeker>().WithMany().HasForeignKey(s => s.SeekerId).OnDelete(DeleteBehavior.Restrict);
            saved.HasOne<JobOffer>().WithMany().HasForeignKey(s => s.JobOfferId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<SavedSearch>(search =>
        {
            search.ToTable("SavedSearches", t =>
            {
                t.HasCheckConstraint("CK_SavedSearches_Slot", "Slot BETWEEN 1 AND 20");
                t.HasCheckConstraint("CK_SavedSearches_Stopped", "StoppedFrom IS NULL OR (Alert = 1 AND StoppedFrom IN (2, 3))");
                t.HasCheckConstraint("CK_SavedSearches_Alert", "(Alert = 1 AND NextAlertOn IS NULL) OR (Alert IN (2, 3) AND NextAlertOn IS NOT NULL)");
            });
            search.Property(s => s.Id).ValueGeneratedNever();
            search.Property(s => s.Name).HasMaxLength(SavedSearch.LongestName * 4);
            search.Property(s => s.Query).IsJsonDocument();
            search.Property(s => s.QueryKey).HasMaxLength(16).IsUnicode(false);
            search.Property(s => s.StopKey).HasMaxLength(22).IsUnicode(false);
            search.Property(s => s.Version).IsConcurrencyToken();
            search.HasIndex(s => new { s.SeekerId, s.Slot }).IsUnique();
            search.HasIndex(s => new { s.SeekerId, s.QueryKey }).IsUnique();
            search.HasIndex(s => s.StopKey).IsUnique();
            search.HasIndex(s => s.NextAlertOn).HasFilter("NextAlertOn IS NOT NULL");
            search.HasOne<Seeker>().WithMany().HasForeignKey(s => s.SeekerId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<SearchAlert>(alert =>
        {
            alert.ToTable("SearchAlerts");
            // One a day, however many sweep.
            alert.HasKey(a => new { a.SavedSearchId, a.Day });
            alert.HasIndex(a => a.Day);
            alert.HasOne<SavedSearch>().WithMany().HasForeignKey(a => a.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SearchAlertJob>(told =>
        {
            told.ToTable("SearchAlertJobs");
            told.HasKey(j => new { j.SavedSearchId, j.Number });
            told.HasIndex(j => j.Day);
            told.HasOne<SavedSearch>().WithMany().HasForeignKey(j => j.SavedSearchId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ToldJobOffer>(told =>
        {
            told.ToTable("ToldJobOffers");
            // No job twice, whichever search finds it and however many sweep.
            told.HasKey(t => new { t.SeekerId, t.Number });
            told.HasIndex(t => t.Day);
            told.HasOne<Seeker>().WithMany().HasForeignKey(t => t.SeekerId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
