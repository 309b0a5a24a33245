using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

internal static class DirectRequestMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<DirectRequest>(request =>
        {
            request.ToTable("DirectRequests", t =>
            {
                t.HasCheckConstraint("CK_DirectRequests_Slot", $"Slot BETWEEN 1 AND {DirectRequest.MostPerJob}");
                t.HasCheckConstraint("CK_DirectRequests_End", "(EndKind IS NULL AND EndedAt IS NULL) OR (EndKind BETWEEN 3 AND 7 AND EndedAt IS NOT NULL)");
                t.HasCheckConstraint("CK_DirectRequests_Deadline", "ExpiresAt > SentAt");
            });
            request.Property(r => r.Id).ValueGeneratedNever();
            // END is a word of SQL.
            request.Property(r => r.End).HasColumnName("EndKind");
            request.Property(r => r.Message).HasMaxLength(4000);
            request.Property(r => r.DeclineReason).HasMaxLength(2000);
            request.Property(r => r.Version).IsConcurrencyToken();
            // DR-02 and DR-03, at any isolation level on both databases.
            request.HasIndex(r => new { r.JobOfferId, r.SeekerId }).IsUnique();
            request.HasIndex(r => new { r.JobOfferId, r.Slot }).IsUnique();
            request.HasIndex(r => new { r.SeekerId, r.SentAt });
            request.HasIndex(r => new { r.End, r.ExpiresAt });
            request.HasOne<JobOffer>().WithMany().HasForeignKey(r => r.JobOfferId).OnDelete(DeleteBehavior.Restrict);
            request.HasOne<Seeker>().WithMany().HasForeignKey(r => r.SeekerId).OnDelete(DeleteBehavior.Restrict);
            request.HasOne<Account>().WithMany().HasForeignKey(r => r.SenderAccountId).OnDelete(DeleteBehavior.Restrict);
            request.Ignore(r => r.LastDay);
        });
        builder.Entity<DirectRequestDraft>(draft =>
        {
            draft.ToTable("DirectRequestDrafts");
            draft.HasKey(d => new { d.AccountId, d.SeekerId });
            draft.Property(d => d.Message).HasMaxLength(DirectRequestDraft.Room);
            draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
            draft.HasOne<Seeker>().WithMany().HasForeignKey(d => d.SeekerId).OnDelete(DeleteBehavior.Restrict);
            draft.HasOne<JobOffer>().WithMany().HasForeignKey(d => d.JobOfferId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
