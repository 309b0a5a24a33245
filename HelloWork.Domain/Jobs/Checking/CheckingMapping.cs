using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Checking;

internal static class CheckingMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<JobDraft>(draft =>
        {
            draft.ToTable("JobDrafts", t => t.HasCheckConstraint("CK_JobDrafts_Origin", "Origin BETWEEN 1 AND 4 AND (Origin <> 3 OR JobOfferId IS NOT NULL)"));
            draft.Property(d => d.Id).ValueGeneratedNever();
            draft.Property(d => d.Values).IsJsonDocument();
            draft.Property(d => d.Title).HasMaxLength(400);
            draft.Property(d => d.Version).IsConcurrencyToken();
            draft.Ignore(d => d.IsAsSent);
            draft.HasIndex(d => new { d.OfficeId, d.SavedAt });
            // A job is changed by one draft at a time.
            draft.HasIndex(d => d.JobOfferId).IsUnique();
            draft.HasOne<Office>().WithMany().HasForeignKey(d => d.OfficeId).OnDelete(DeleteBehavior.Restrict);
            draft.HasOne<JobOffer>().WithMany().HasForeignKey(d => d.JobOfferId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<JobCheck>(check =>
        {
            check.ToTable("JobChecks");
            check.HasKey(c => c.JobOfferId);
            check.Property(c => c.Comments).IsJsonDocument();
            check.Property(c => c.SentComments).IsJsonDocument();
            check.Property(c => c.Version).IsConcurrencyToken();
            check.HasOne<JobOffer>().WithOne().HasForeignKey<JobCheck>(c => c.JobOfferId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
