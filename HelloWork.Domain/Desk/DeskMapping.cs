using HelloWork.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

internal static class DeskMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<DeskItem>(item =>
        {
            item.ToTable("DeskItems", t =>
            {
                t.HasCheckConstraint("CK_DeskItems_Kind", "Kind BETWEEN 1 AND 6");
                t.HasCheckConstraint("CK_DeskItems_Closed", "(State = 4 AND ClosedAt IS NOT NULL) OR (State BETWEEN 1 AND 3 AND ClosedAt IS NULL)");
            });
            item.Property(i => i.Id).ValueGeneratedNever();
            item.Property(i => i.PlacementOfficeCode).HasMaxLength(5).IsUnicode(false);
            item.Property(i => i.Number).HasMaxLength(DeskItem.LongestNumber).IsUnicode(false);
            item.Property(i => i.Subject).HasMaxLength(DeskItem.LongestText);
            item.Property(i => i.Counterpart).HasMaxLength(DeskItem.LongestText);
            item.Property(i => i.SearchWords).HasMaxLength(DeskItem.LongestWords);
            item.Property(i => i.Version).IsConcurrencyToken();
            // A record waits at one desk at a time.
            item.HasIndex(i => new { i.Kind, i.RecordId }).IsUnique().HasFilter("ClosedAt IS NULL").HasDatabaseName("IX_DeskItems_Waiting");
            // All that counts and filters ask, so that 100,000 items are counted without touching their rows.
            item.HasIndex(i => new { i.PlacementOfficeCode, i.ClosedAt, i.DueOn, i.Id, i.Kind, i.State, i.AssigneeId }).HasDatabaseName("IX_DeskItems_Queue");
            // And all that a search for words asks: in the rows themselves it takes twenty times as long.
            item.HasIndex(i => new { i.PlacementOfficeCode, i.ClosedAt, i.SearchWords, i.Kind, i.DueOn, i.State, i.AssigneeId, i.Id }).HasDatabaseName("IX_DeskItems_Words");
            item.HasIndex(i => i.AssigneeId);
            // What came day by day.
            item.HasIndex(i => new { i.PlacementOfficeCode, i.OpenedAt });
            item.HasOne<Account>().WithMany().HasForeignKey(i => i.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<DeskNote>(note =>
        {
            note.ToTable("DeskNotes");
            note.Property(n => n.Id).ValueGeneratedNever();
            // 1,000 characters of up to four units.
            note.Property(n => n.Text).HasMaxLength(4000);
            note.HasIndex(n => new { n.DeskItemId, n.WrittenAt });
            note.HasOne<DeskItem>().WithMany().HasForeignKey(n => n.DeskItemId).OnDelete(DeleteBehavior.Restrict);
            note.HasOne<Account>().WithMany().HasForeignKey(n => n.AuthorId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<DeskStep>(step =>
        {
            step.ToTable("DeskSteps", t => t.HasCheckConstraint("CK_DeskSteps_Kind", "(Kind = 1 AND DueOn IS NULL AND State IS NULL) OR (Kind = 2 AND DueOn IS NOT NULL) OR (Kind = 3 AND State IS NOT NULL)"));
            step.Property(s => s.Id).ValueGeneratedNever();
            step.HasIndex(s => new { s.DeskItemId, s.At });
            step.HasOne<DeskItem>().WithMany().HasForeignKey(s => s.DeskItemId).OnDelete(DeleteBehavior.Restrict);
            step.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
            step.HasOne<Account>().WithMany().HasForeignKey(s => s.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<DeskDraft>(draft =>
        {
            draft.ToTable("DeskDrafts", t => t.HasCheckConstraint("CK_DeskDrafts_Form", "Form BETWEEN 1 AND 4"));
            draft.HasKey(d => new { d.AccountId, d.Form, d.RecordId });
            draft.Property(d => d.Text).HasMaxLength(DeskDraft.Room);
            draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<StaffPost>(post =>
        {
            post.ToTable("StaffPosts");
            post.HasKey(p => p.AccountId);
            post.Property(p => p.PlacementOfficeCode).HasMaxLength(5).IsUnicode(false);
            post.HasIndex(p => p.PlacementOfficeCode);
            post.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<DeskNumberSeries>(series =>
        {
            series.ToTable("DeskNumberSeries");
            series.HasKey(s => s.Name);
            series.Property(s => s.Name).HasMaxLength(6).IsUnicode(false);
            series.Property(s => s.Last).IsConcurrencyToken();
        });
    }
}
