using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

internal static class ApplicationMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<SelfApplication>(application =>
        {
            application.ToTable("SelfApplications", t =>
            {
                t.HasCheckConstraint("CK_SelfApplications_Withdrawn", "(Status = 6 AND WithdrawnAt IS NOT NULL) OR (Status BETWEEN 1 AND 5 AND WithdrawnAt IS NULL)");
                t.HasCheckConstraint("CK_SelfApplications_Promise", "(AnswerBy IS NULL AND ResultBy IS NULL AND RemindAnswerAt IS NULL) OR ((AnswerBy IS NOT NULL OR ResultBy IS NOT NULL) AND Status BETWEEN 1 AND 3)");
            });
            application.Property(a => a.Id).ValueGeneratedNever();
            application.Property(a => a.Papers).IsJsonDocument();
            application.Property(a => a.Version).IsConcurrencyToken();
            application.Ignore(a => a.HasOutcome).Ignore(a => a.AnswerDue);
            // One standing application per job and seeker.
            application.HasIndex(a => new { a.JobOfferId, a.SeekerId }).IsUnique().HasFilter("WithdrawnAt IS NULL").HasDatabaseName("IX_SelfApplications_Standing");
            application.HasIndex(a => new { a.SeekerId, a.AppliedAt });
            // How an office answers; the index above holds standing ones only.
            application.HasIndex(a => new { a.JobOfferId, a.AppliedAt });
            application.HasIndex(a => a.RemindAnswerAt).HasFilter("RemindAnswerAt IS NOT NULL");
            application.HasOne<JobOffer>().WithMany().HasForeignKey(a => a.JobOfferId).OnDelete(DeleteBehavior.Restrict);
            application.HasOne<Seeker>().WithMany().HasForeignKey(a => a.SeekerId).OnDelete(DeleteBehavior.Restrict);
            application.HasOne<DirectRequest>().WithOne().HasForeignKey<SelfApplication>(a => a.DirectRequestId).OnDelete(DeleteBehavior.Restrict);
            application.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.SelfApplicationId).OnDelete(DeleteBehavior.Restrict);
            application.Navigation(a => a.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        builder.Entity<ApplicationStep>(step =>
        {
            step.ToTable("ApplicationSteps");
            step.HasKey(s => new { s.SelfApplicationId, s.Number });
            step.Property(s => s.Note).HasMaxLength(4000);
        });
        builder.Entity<ApplicationMessage>(message =>
        {
            message.ToTable("ApplicationMessages");
            message.Property(m => m.Id).ValueGeneratedNever();
            message.HasIndex(m => new { m.SelfApplicationId, m.SentAt });
            message.HasOne<SelfApplication>().WithMany().HasForeignKey(m => m.SelfApplicationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ApplicationMessageDraft>(draft =>
        {
            draft.ToTable("ApplicationMessageDrafts");
            draft.HasKey(d => new { d.AccountId, d.SelfApplicationId });
            draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
            draft.HasOne<SelfApplication>().WithMany().HasForeignKey(d => d.SelfApplicationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ApplicationDraft>(draft =>
        {
            draft.ToTable("ApplicationDrafts");
            draft.HasKey(d => new { d.AccountId, d.JobOfferId });
            draft.Property(d => d.Motivation).HasMaxLength(4000);
            draft.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
            draft.HasOne<JobOffer>().WithMany().HasForeignKey(d => d.JobOfferId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
