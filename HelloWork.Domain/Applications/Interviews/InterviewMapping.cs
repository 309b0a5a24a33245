using HelloWork.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

internal static class InterviewMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Interview>(interview =>
        {
            interview.ToTable("Interviews", t =>
            {
                t.HasCheckConstraint("CK_Interviews_State", "(State = 2 AND StartsAt IS NOT NULL) OR (State IN (1, 3) AND StartsAt IS NULL) OR State BETWEEN 4 AND 5 OR (State = 6 AND StartsAt IS NOT NULL)");
                t.HasCheckConstraint("CK_Interviews_Reminder", "RemindAt IS NULL OR State IN (1, 2)");
                t.HasCheckConstraint("CK_Interviews_Minutes", $"Minutes BETWEEN {Interview.ShortestMinutes} AND {Interview.LongestMinutes}");
            });
            interview.Property(i => i.Id).ValueGeneratedNever();
            interview.Property(i => i.Place).HasMaxLength(4 * Interview.LongestPlace);
            interview.Property(i => i.Note).HasMaxLength(4000);
            interview.Property(i => i.Version).IsConcurrencyToken();
            interview.Ignore(i => i.IsOpen).Ignore(i => i.EndsAt).Ignore(i => i.LastTime);
            interview.HasIndex(i => new { i.SelfApplicationId, i.Number }).IsUnique();
            // One that is open per application.
            interview.HasIndex(i => i.SelfApplicationId).IsUnique().HasFilter("State <= 2").HasDatabaseName("IX_Interviews_Open");
            interview.HasIndex(i => i.RemindAt).HasFilter("RemindAt IS NOT NULL");
            interview.HasOne<SelfApplication>().WithMany().HasForeignKey(i => i.SelfApplicationId).OnDelete(DeleteBehavior.Restrict);
            interview.HasMany(i => i.Times).WithOne().HasForeignKey(t => t.InterviewId).OnDelete(DeleteBehavior.Restrict);
            interview.HasMany(i => i.Steps).WithOne().HasForeignKey(s => s.InterviewId).OnDelete(DeleteBehavior.Restrict);
            interview.Navigation(i => i.Times).UsePropertyAccessMode(PropertyAccessMode.Field);
            interview.Navigation(i => i.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        builder.Entity<InterviewTime>(time =>
        {
            time.ToTable("InterviewTimes", t => t.HasCheckConstraint("CK_InterviewTimes_Number", $"Number BETWEEN 1 AND {Interview.MostTimes}"));
            time.HasKey(t => new { t.InterviewId, t.Number });
            time.HasIndex(t => new { t.InterviewId, t.StartsAt }).IsUnique();
            // However many pick at once, one time is picked.
            time.HasIndex(t => t.InterviewId).IsUnique().HasFilter("PickedAt IS NOT NULL").HasDatabaseName("IX_InterviewTimes_Picked");
        });
        builder.Entity<InterviewStep>(step =>
        {
            step.ToTable("InterviewSteps");
            step.HasKey(s => new { s.InterviewId, s.Number });
            step.Property(s => s.Words).HasMaxLength(4000);
            step.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
