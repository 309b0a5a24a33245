using HelloWork.Domain.Accounts;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

internal static class OversightMapping
{
    private const string KnownKind = "Kind IN (1, 2, 11, 12, 13, 14, 15, 21, 22)";

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Complaint>(complaint =>
        {
            complaint.ToTable("Complaints", t =>
            {
                t.HasCheckConstraint("CK_Complaints_Kind", "Kind IN (1, 2, 11, 12, 13, 14, 15)");
                t.HasCheckConstraint("CK_Complaints_Decided", "(Decision IS NULL AND DecidedAt IS NULL AND DecidedBy IS NULL) OR (Decision IS NOT NULL AND DecidedAt IS NOT NULL AND DecidedBy IS NOT NULL)");
            });
            complaint.Property(c => c.Id).ValueGeneratedNever();
            complaint.Property(c => c.Number).HasMaxLength(20).IsUnicode(false);
            complaint.Property(c => c.PlacementOfficeCode).HasMaxLength(5).IsUnicode(false);
            complaint.Property(c => c.Situation).HasMaxLength(Complaint.LongestSituation * 4);
            complaint.Property(c => c.Answer).HasMaxLength(Complaint.LongestAnswer * 4);
            complaint.Property(c => c.Version).IsConcurrencyToken();
            complaint.HasIndex(c => c.Number).IsUnique();
            // One report of a kind waits at a time.
            complaint.HasIndex(c => new { c.ConversationId, c.Kind }).IsUnique().HasFilter("DecidedAt IS NULL").HasDatabaseName("IX_Complaints_Waiting");
            complaint.HasIndex(c => new { c.PlacementOfficeCode, c.DecidedAt, c.ReceivedAt });
            complaint.HasIndex(c => c.ProviderId);
            complaint.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Restrict);
            complaint.HasOne<Provider>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
            complaint.HasOne<Seeker>().WithMany().HasForeignKey(c => c.SeekerId).OnDelete(DeleteBehavior.Restrict);
            complaint.HasOne<Account>().WithMany().HasForeignKey(c => c.ReporterAccountId).OnDelete(DeleteBehavior.Restrict);
            complaint.HasOne<Account>().WithMany().HasForeignKey(c => c.DecidedBy).OnDelete(DeleteBehavior.Restrict);
            complaint.HasMany(c => c.Evidence).WithOne().HasForeignKey(e => e.ComplaintId).OnDelete(DeleteBehavior.Restrict);
            complaint.Navigation(c => c.Evidence).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        builder.Entity<ComplaintEvidence>(evidence =>
        {
            evidence.ToTable("ComplaintEvidence");
            evidence.HasKey(e => new { e.ComplaintId, e.MessageId });
            evidence.HasOne<Message>().WithMany().HasForeignKey(e => e.MessageId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<CorrectionOrder>(order =>
        {
            order.ToTable("CorrectionOrders", t =>
            {
                t.HasCheckConstraint("CK_CorrectionOrders_Kind", KnownKind);
                t.HasCheckConstraint("CK_CorrectionOrders_Answered", "(Answer IS NULL AND AnsweredAt IS NULL) OR (Answer IS NOT NULL AND AnsweredAt IS NOT NULL AND Draft IS NULL)");
            });
            order.Property(o => o.Id).ValueGeneratedNever();
            order.Property(o => o.PlacementOfficeCode).HasMaxLength(5).IsUnicode(false);
            order.Property(o => o.Text).HasMaxLength(CorrectionOrder.LongestText * 4);
            order.Property(o => o.Version).IsConcurrencyToken();
            order.HasIndex(o => new { o.ProviderId, o.IssuedAt });
            order.HasIndex(o => new { o.AnsweredAt, o.AnswerBy });
            // A suspension comes with its order, and an order with its suspension.
            order.HasIndex(o => o.SuspensionId).IsUnique();
            order.HasOne<Provider>().WithMany().HasForeignKey(o => o.ProviderId).OnDelete(DeleteBehavior.Restrict);
            order.HasOne<ProviderSuspension>().WithOne().HasForeignKey<CorrectionOrder>(o => o.SuspensionId).OnDelete(DeleteBehavior.Restrict);
            order.HasOne<Account>().WithMany().HasForeignKey(o => o.IssuedBy).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Violation>(violation =>
        {
            violation.ToTable("Violations", t =>
            {
                t.HasCheckConstraint("CK_Violations_Kind", KnownKind);
                t.HasCheckConstraint("CK_Violations_Source", "Source BETWEEN 1 AND 3");
                t.HasCheckConstraint("CK_Violations_Handled", "(HandledAt IS NULL AND HandledBy IS NULL) OR (HandledAt IS NOT NULL AND HandledBy IS NOT NULL)");
            });
            violation.Property(v => v.Id).ValueGeneratedNever();
            violation.Property(v => v.Note).HasMaxLength(Violation.LongestNote * 4);
            violation.Property(v => v.Version).IsConcurrencyToken();
            violation.HasIndex(v => new { v.HandledAt, v.RecordedAt });
            violation.HasIndex(v => v.ProviderId);
            // What a deadline shows is recorded once, however many sweep.
            violation.HasIndex(v => new { v.ObtainedProfileId, v.Kind }).IsUnique().HasFilter("ObtainedProfileId IS NOT NULL");
            violation.HasIndex(v => v.UnansweredOrderId).IsUnique().HasFilter("UnansweredOrderId IS NOT NULL");
            violation.HasIndex(v => v.ComplaintId).IsUnique().HasFilter("ComplaintId IS NOT NULL");
            violation.HasIndex(v => v.OrderId);
            violation.HasOne<Provider>().WithMany().HasForeignKey(v => v.ProviderId).OnDelete(DeleteBehavior.Restrict);
            violation.HasOne<Complaint>().WithMany().HasForeignKey(v => v.ComplaintId).OnDelete(DeleteBehavior.Restrict);
            violation.HasOne<ObtainedProfile>().WithMany().HasForeignKey(v => v.ObtainedProfileId).OnDelete(DeleteBehavior.Restrict);
            violation.HasOne<CorrectionOrder>().WithMany().HasForeignKey(v => v.UnansweredOrderId).OnDelete(DeleteBehavior.Restrict);
            violation.HasOne<CorrectionOrder>().WithMany().HasForeignKey(v => v.OrderId).OnDelete(DeleteBehavior.Restrict);
            violation.HasOne<Account>().WithMany().HasForeignKey(v => v.HandledBy).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<RemovalProposal>(proposal =>
        {
            proposal.ToTable("RemovalProposals", t =>
            {
                t.HasCheckConstraint("CK_RemovalProposals_Ground", "Ground BETWEEN 1 AND 2");
                // Four eyes (OV-02), whatever program writes.
                t.HasCheckConstraint("CK_RemovalProposals_FourEyes", "ApprovedBy IS NULL OR ApprovedBy <> ProposedBy");
                t.HasCheckConstraint("CK_RemovalProposals_Decided", "(ApprovedAt IS NULL OR WithdrawnAt IS NULL) AND ((ApprovedAt IS NULL AND ApprovedBy IS NULL) OR (ApprovedAt IS NOT NULL AND ApprovedBy IS NOT NULL))");
            });
            proposal.Property(p => p.Id).ValueGeneratedNever();
            proposal.Property(p => p.Reason).HasMaxLength(RemovalProposal.LongestReason * 4);
            proposal.Property(p => p.Version).IsConcurrencyToken();
            proposal.Ignore(p => p.IsOpen);
            proposal.HasIndex(p => p.ProviderId).IsUnique().HasFilter("ApprovedAt IS NULL AND WithdrawnAt IS NULL").HasDatabaseName("IX_RemovalProposals_Open");
            proposal.HasIndex(p => new { p.ProviderId, p.ProposedAt });
            proposal.HasOne<Provider>().WithMany().HasForeignKey(p => p.ProviderId).OnDelete(DeleteBehavior.Restrict);
            proposal.HasOne<Account>().WithMany().HasForeignKey(p => p.ProposedBy).OnDelete(DeleteBehavior.Restrict);
            proposal.HasOne<Account>().WithMany().HasForeignKey(p => p.ApprovedBy).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
