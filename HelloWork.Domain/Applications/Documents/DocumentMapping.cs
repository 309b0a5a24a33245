using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Documents;

internal static class DocumentMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ApplicationDocument>(document =>
        {
            document.ToTable("ApplicationDocuments", t => t.HasCheckConstraint("CK_ApplicationDocuments_Shape",
                $"Slot BETWEEN 1 AND {ApplicationDocument.Most} AND Type BETWEEN 1 AND 3 AND Size BETWEEN 1 AND {DocumentFile.MostBytes}"));
            document.Property(d => d.Id).ValueGeneratedNever();
            document.Property(d => d.Name).HasMaxLength(4 * ApplicationDocument.LongestName);
            document.Property(d => d.Hash).HasMaxLength(64).IsUnicode(false);
            // At most five of a draft, and of an application, however many are added at once.
            document.HasIndex(d => new { d.SeekerId, d.JobOfferId, d.Slot }).IsUnique().HasFilter("SelfApplicationId IS NULL").HasDatabaseName("IX_ApplicationDocuments_Draft");
            document.HasIndex(d => new { d.SelfApplicationId, d.Slot }).IsUnique();
            document.HasIndex(d => d.AddedAt);
            document.HasOne<Seeker>().WithMany().HasForeignKey(d => d.SeekerId).OnDelete(DeleteBehavior.Restrict);
            document.HasOne<JobOffer>().WithMany().HasForeignKey(d => d.JobOfferId).OnDelete(DeleteBehavior.Restrict);
            document.HasOne<SelfApplication>().WithMany().HasForeignKey(d => d.SelfApplicationId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
