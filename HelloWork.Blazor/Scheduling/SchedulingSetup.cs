using HelloWork.Domain.Data;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

public static class SchedulingSetup
{
    /// <summary>Of the scheduler and of its jobs' group. A scheduler without one would hand its clock to the whole portal.</summary>
    public const string Name = "portal";

    /// <summary>
    /// Rings the bell for the scheduled use cases, from the portal's own database. Nothing hangs on it: ends are known to every reader
    /// at their second, and a task that comes late, twice or in two places at once does the same work once.
    /// <c>Scheduling:Enabled=false</c> leaves it to other nodes.
    /// </summary>
    public static WebApplicationBuilder AddPortalScheduling(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue("Scheduling:Enabled", true))
            return builder;

        var provider = (builder.Configuration.GetSection("Database").Get<DatabaseSettings>() ?? new()).Provider;
        // The connection string is known only with the portal's services; a scheduler's data source bears its name.
        builder.Services.AddOptions<DataSourceOptions>(Name).Configure<DatabaseSettings>((source, database) => source.ConnectionString = database.ConnectionString);
        builder.Services.AddQuartz(Name, quartz =>
        {
            // Clock:Offset moves deadlines, not the bell.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                if (provider is DatabaseProvider.SqlServer)
                {
                    store.UseSqlServer(source => { });
                    store.UseClustering(_ => { });
                }
                else
                {
                    store.UseSqlite(source => { });
                }
            });
            quartz.Ring<EndJobOffersJob>("end-job-offers", TimeSpan.FromMinutes(1));
            quartz.Ring<EndRegistrationsJob>("end-registrations", TimeSpan.FromMinutes(1));
            quartz.Ring<WarnOfRegistrationEndJob>("warn-of-registration-end", TimeSpan.FromMinutes(1));
            quartz.Ring<QueueRegistrationWorkJob>("queue-registration-work", TimeSpan.FromMinutes(1));
            quartz.Ring<RemindOfAnswersJob>("remind-of-answers", TimeSpan.FromMinutes(1));
            quartz.Ring<WarnOfJobEndJob>("warn-of-job-end", TimeSpan.FromMinutes(10));
            quartz.Ring<WarnOfProviderDutiesJob>("warn-of-provider-duties", TimeSpan.FromMinutes(10));
            quartz.Ring<WarnOfSavedJobEndJob>("warn-of-saved-job-end", TimeSpan.FromMinutes(10));
            quartz.Ring<WarnOfDraftFilesEndJob>("warn-of-draft-files-end", TimeSpan.FromMinutes(10));
            quartz.Ring<WarnOfRequestEndJob>("warn-of-request-end", TimeSpan.FromMinutes(1));
            quartz.Ring<RemindOfInterviewsJob>("remind-of-interviews", TimeSpan.FromMinutes(1));
            quartz.Ring<LapseInterviewTimesJob>("lapse-interview-times", TimeSpan.FromMinutes(1));
            quartz.Ring<LapseDirectRequestsJob>("lapse-direct-requests", TimeSpan.FromMinutes(1));
            quartz.Ring<RemoveDeadKeysJob>("remove-dead-keys", TimeSpan.FromMinutes(1));
            quartz.Ring<SealAuditJob>("seal-audit", TimeSpan.FromMinutes(1));
            quartz.Ring<RemoveEndedDocumentsJob>("remove-ended-documents", TimeSpan.FromMinutes(10));
            quartz.Ring<RecordOverdueDeletionsJob>("record-overdue-deletions", TimeSpan.FromMinutes(10));
            quartz.Ring<RecordUnansweredOrdersJob>("record-unanswered-orders", TimeSpan.FromMinutes(10));
            quartz.Ring<SendSearchAlertsJob>("send-search-alerts", TimeSpan.FromMinutes(10));
            quartz.Ring<RemoveOldSearchAlertsJob>("remove-old-search-alerts", TimeSpan.FromHours(6));
            quartz.Ring<RemoveOldFormDraftsJob>("remove-old-form-drafts", TimeSpan.FromHours(6));
            quartz.Ring<PruneChangesJob>("prune-changes", TimeSpan.FromMinutes(10));
            quartz.Ring<SendOutboxJob>("send-outbox", TimeSpan.FromSeconds(10));
        });
        builder.Services.AddQuartzHostedService(Name, service =>
        {
            service.WaitForJobsToComplete = true;
            // The first visitors come before the first rings: both would load the same code at once.
            service.StartDelay = builder.Configuration.GetValue("Scheduling:StartDelay", TimeSpan.FromSeconds(5));
        });
        return builder;
    }

    /// <summary>Replaces what is stored under the same name, at every start. A missed ring isn't made up for: the next one does all the work.</summary>
    private static void Ring<TJob>(this IQuartzBuilder quartz, string name, TimeSpan every) where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(name, Name).StartNow().WithSimpleSchedule(schedule => schedule
                .WithInterval(every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)),
            job => job.WithIdentity(name, Name));
}
