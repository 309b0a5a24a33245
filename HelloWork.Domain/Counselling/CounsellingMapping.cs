using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

internal static class CounsellingMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ContactInquiry>(inquiry =>
        {
            inquiry.ToTable("ContactInquiries", t =>
            {
                t.HasCheckConstraint("CK_ContactInquiries_Told", "(ToldOn IS NULL AND ToldBy IS NULL) OR (ToldOn IS NOT NULL AND ToldBy BETWEEN 1 AND 3 AND CheckedAt IS NOT NULL)");
                t.HasCheckConstraint("CK_ContactInquiries_Answered",
                    "(AnsweredAt IS NULL AND Result IS NULL AND Answer IS NULL) OR (AnsweredAt IS NOT NULL AND Result BETWEEN 1 AND 4 AND Answer IS NOT NULL AND CheckedAt IS NOT NULL)");
            });
            inquiry.Property(i => i.Id).ValueGeneratedNever();
            inquiry.Property(i => i.PlacementOfficeCode).HasMaxLength(5).IsUnicode(false);
            inquiry.Property(i => i.Number).HasMaxLength(Desk.DeskItem.LongestNumber).IsUnicode(false);
            inquiry.HasIndex(i => i.Number).IsUnique();
            inquiry.Property(i => i.Version).IsConcurrencyToken();
            inquiry.Ignore(i => i.State);
            inquiry.Property(i => i.Message).HasMaxLength(4000);
            inquiry.Property(i => i.Answer).HasMaxLength(4000);
            // One question about a seeker and a job; the answer comes to it.
            inquiry.HasIndex(i => new { i.JobOfferId, i.SeekerId }).IsUnique();
            inquiry.HasIndex(i => new { i.PlacementOfficeCode, i.AnsweredAt, i.SentAt });
            inquiry.HasIndex(i => i.OfficeId);
            inquiry.HasOne<Office>().WithMany().HasForeignKey(i => i.OfficeId).OnDelete(DeleteBehavior.Restrict);
            inquiry.HasOne<JobOffer>().WithMany().HasForeignKey(i => i.JobOfferId).OnDelete(DeleteBehavior.Restrict);
            inquiry.HasOne<Seeker>().WithMany().HasForeignKey(i => i.SeekerId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Consultation>(consultation =>
        {
            consultation.ToTable("Consultations", t => t.HasCheckConstraint("CK_Consultations_Answered", "(AnsweredAt IS NULL AND Answer IS NULL) OR (AnsweredAt IS NOT NULL AND Answer IS NOT NULL)"));
            consultation.Property(c => c.Number).HasMaxLength(Desk.DeskItem.LongestNumber).IsUnicode(false);
            consultation.HasIndex(c => c.Number).IsUnique();
            consultation.Property(c => c.Version).IsConcurrencyToken();
            consultation.Property(c => c.Id).ValueGeneratedNever();
            consultation.Property(c => c.PlacementOfficeCode).HasMaxLength(5).IsUnicode(false);
            consultation.Property(c => c.Question).HasMaxLength(4000);
            consultation.Property(c => c.Answer).HasMaxLength(4000);
            consultation.HasIndex(c => new { c.SeekerId, c.AskedAt });
            // One question about a job waits at a time.
            consultation.HasIndex(c => new { c.SeekerId, c.JobOfferId }).IsUnique().HasFilter("AnsweredAt IS NULL").HasDatabaseName("IX_Consultations_Waiting");
            consultation.HasIndex(c => new { c.PlacementOfficeCode, c.AnsweredAt, c.AskedAt });
            consultation.HasOne<JobOffer>().WithMany().HasForeignKey(c => c.JobOfferId).OnDelete(DeleteBehavior.Restrict);
            consultation.HasOne<Seeker>().WithMany().HasForeignKey(c => c.SeekerId).OnDelete(DeleteBehavior.Restrict);
            consultation.HasOne<DirectRequest>().WithMany().HasForeignKey(c => c.DirectRequestId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Referral>(referral =>
        {
            referral.ToTable("Referrals", t =>
            {
                t.HasCheckConstraint("CK_Referrals_Outcome",
                    "(OutcomeAt IS NULL AND Outcome IS NULL AND OutcomeFrom IS NULL) OR (OutcomeAt IS NOT NULL AND Outcome BETWEEN 1 AND 3 AND OutcomeFrom BETWEEN 1 AND 3)");
                t.HasCheckConstraint("CK_Referrals_TakenUp", "Way = 2 OR TakenUpAt IS NOT NULL");
                t.HasCheckConstraint("CK_Referrals_Reason", "Outcome IS NULL OR Outcome <> 2 OR OutcomeReason IS NOT NULL");
            });
            referral.Property(r => r.Id).ValueGeneratedNever();
            referral.Property(r => r.Number).HasMaxLength(Desk.DeskItem.LongestNumber).IsUnicode(false);
            referral.HasIndex(r => r.Number).IsUnique();
            referral.Property(r => r.PlacementOfficeCode).HasMaxLength(5).IsUnicode(false);
            referral.Property(r => r.Note).HasMaxLength(1600);
            referral.Property(r => r.OutcomeReason).HasMaxLength(1600);
            referral.Property(r => r.Version).IsConcurrencyToken();
            referral.Ignore(r => r.State);
            // One referral of a seeker to a job awaits its outcome at a time.
            referral.HasIndex(r => new { r.JobOfferId, r.SeekerId }).IsUnique().HasFilter("OutcomeAt IS NULL").HasDatabaseName("IX_Referrals_Awaited");
            referral.HasIndex(r => new { r.PlacementOfficeCode, r.OutcomeAt, r.IssuedAt });
            referral.HasIndex(r => r.OfficeId);
            referral.HasIndex(r => r.SeekerId);
            referral.HasOne<Seeker>().WithMany().HasForeignKey(r => r.SeekerId).OnDelete(DeleteBehavior.Restrict);
            referral.HasOne<SeekerRegistration>().WithMany().HasForeignKey(r => r.RegistrationId).OnDelete(DeleteBehavior.Restrict);
            referral.HasOne<JobOffer>().WithMany().HasForeignKey(r => r.JobOfferId).OnDelete(DeleteBehavior.Restrict);
            referral.HasOne<Office>().WithMany().HasForeignKey(r => r.OfficeId).OnDelete(DeleteBehavior.Restrict);
            referral.HasOne<DirectRequest>().WithMany().HasForeignKey(r => r.DirectRequestId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
