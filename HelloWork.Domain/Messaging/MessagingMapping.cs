using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Messaging;

internal static class MessagingMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Conversation>(conversation =>
        {
            conversation.ToTable("Conversations");
            conversation.Property(c => c.Id).ValueGeneratedNever();
            conversation.Property(c => c.Version).IsConcurrencyToken();
            // One conversation each, so one first guidance message each (MS-02, MS-03).
            conversation.HasIndex(c => new { c.ProviderId, c.SeekerId }).IsUnique();
            conversation.HasIndex(c => new { c.ProviderId, c.LastMessageAt });
            conversation.HasIndex(c => new { c.SeekerId, c.LastMessageAt });
            conversation.HasOne<Provider>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
            conversation.HasOne<Seeker>().WithMany().HasForeignKey(c => c.SeekerId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Message>(message =>
        {
            message.ToTable("Messages", t =>
                t.HasCheckConstraint("CK_Messages_Disclosures", $"(Kind = {(int)MessageKind.Guidance} AND Disclosures IS NOT NULL) OR (Kind BETWEEN 2 AND 4 AND Disclosures IS NULL)"));
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Subject).HasMaxLength(Message.LongestSubject * 4);
            message.Property(m => m.Disclosures).IsJsonDocument();
            message.HasIndex(m => new { m.ConversationId, m.SentAt });
            message.HasIndex(m => new { m.SeekerId, m.Number }).IsUnique();
            message.HasIndex(m => m.ConversationId).IsUnique().HasFilter($"Kind = {(int)MessageKind.Guidance}").HasDatabaseName("IX_Messages_First");
            message.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Restrict);
            message.HasOne<Account>().WithMany().HasForeignKey(m => m.SenderAccountId).OnDelete(DeleteBehavior.Restrict);
            message.Ignore(m => m.FromSeeker);
        });
        builder.Entity<MessageDraft>(draft =>
        {
            draft.ToTable("MessageDrafts");
            draft.HasKey(d => new { d.AccountId, d.ConversationId });
            draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
            draft.HasOne<Conversation>().WithMany().HasForeignKey(d => d.ConversationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<GuidanceTemplate>(template =>
        {
            template.ToTable("GuidanceTemplates");
            template.HasKey(t => t.ProviderId);
            template.Property(t => t.Disclosures).IsJsonDocument();
            template.Property(t => t.Version).IsConcurrencyToken();
            template.HasOne<Provider>().WithOne().HasForeignKey<GuidanceTemplate>(t => t.ProviderId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<GuidanceDraft>(draft =>
        {
            draft.ToTable("GuidanceDrafts");
            draft.HasKey(d => new { d.AccountId, d.Key });
            draft.Property(d => d.Key).HasMaxLength(GuidanceDraft.LongestKey).IsUnicode(false);
            draft.Ignore(d => d.Asked);
            draft.Property(d => d.Subject).HasMaxLength(GuidanceDraft.SubjectRoom);
            draft.Property(d => d.Recipients).IsJsonDocument();
            draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<GuidanceCount>(count =>
        {
            count.ToTable("GuidanceCounts", t => t.HasCheckConstraint("CK_GuidanceCounts_Sent", $"Sent BETWEEN 0 AND {GuidanceCount.MostPerDay}"));
            count.HasKey(c => new { c.ProviderId, c.Day });
            count.Property(c => c.Version).IsConcurrencyToken();
            count.HasOne<Provider>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
