using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

/// <summary>Where the forms keep what is being typed (the form's token is asked for, as on every post), and where the history is read as CSV.</summary>
public static class DraftEndpoints
{
    public static string ApplicationDraft(JobNumber job) => $"/seeker/applications/new/{job}/draft";
    public static string SeekerMessageDraft(SelfApplicationId application) => $"/seeker/applications/{application}/message-draft";
    public static string EmployerMessageDraft(SelfApplicationId application) => $"/employer/applications/{application}/message-draft";

    /// <summary>The history as CSV.</summary>
    public static string EventsOf(SelfApplicationId application, bool employer) => $"/{(employer ? "employer" : "seeker")}/applications/{application}/events.csv";

    public static WebApplication MapApplicationEvents(this WebApplication app)
    {
        app.MapGet("/seeker/applications/{id:guid}/events.csv", async (Guid id, ClaimsPrincipal user, ReadApplicationHistory read, IStringLocalizer<ApplicationsText> text, IStringLocalizer<InterviewsText> interviews, IStringLocalizer<WhenText> when, TimeProvider clock, CancellationToken ct) =>
            await read.RunAsync(new ReadApplicationHistory.BySeeker(CurrentActor.SeekerOf(user), new(id)), ct) is { } own ? Csv.File(new ApplicationEvents(text, interviews, when).Figures(own, false, clock.TodayInJapan()), "application.csv") : Results.NotFound())
            .RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Seeker });
        app.MapGet("/employer/applications/{id:guid}/events.csv", async (Guid id, ClaimsPrincipal user, ReadApplicationHistory read, IStringLocalizer<ApplicationsText> text, IStringLocalizer<InterviewsText> interviews, IStringLocalizer<WhenText> when, TimeProvider clock, CancellationToken ct) =>
            await read.RunAsync(new ReadApplicationHistory.ByEmployer(CurrentActor.EmployerOf(user), new(id)), ct) is { } received ? Csv.File(new ApplicationEvents(text, interviews, when).Figures(received, true, clock.TodayInJapan()), "application.csv") : Results.NotFound())
            .RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Employer });
        return app;
    }

    public static WebApplication MapApplicationDrafts(this WebApplication app)
    {
        var seekers = new AuthorizeAttribute { Roles = RoleNames.Seeker };
        var employers = new AuthorizeAttribute { Roles = RoleNames.Employer };
        app.MapPost("/seeker/applications/new/{job}/draft", async (string job, [FromForm(Name = "Input.Motivation")] string? motivation, ClaimsPrincipal user, SaveApplicationDraft save, CancellationToken ct) =>
            JobNumber.TryParse(job, out var number) ? Saved(await save.RunAsync(new(CurrentActor.SeekerOf(user), number, motivation ?? ""), ct)) : Results.NotFound()).RequireAuthorization(seekers);
        app.MapPost("/seeker/applications/{id:guid}/message-draft", async (Guid id, [FromForm(Name = "Message.Body")] string? body, ClaimsPrincipal user, SaveMessageDraft save, CancellationToken ct) =>
            Saved(await save.RunAsync(new SaveMessageDraft.FromSeeker(CurrentActor.SeekerOf(user), new SelfApplicationId(id), body ?? ""), ct))).RequireAuthorization(seekers);
        app.MapPost("/employer/applications/{id:guid}/message-draft", async (Guid id, [FromForm(Name = "Message.Body")] string? body, ClaimsPrincipal user, SaveMessageDraft save, CancellationToken ct) =>
            Saved(await save.RunAsync(new SaveMessageDraft.FromEmployer(CurrentActor.EmployerOf(user), new SelfApplicationId(id), body ?? ""), ct))).RequireAuthorization(employers);
        return app;
    }

    private static IResult Saved(DateTime? at) => at is { } saved ? Results.Ok(new DraftSaved(saved)) : Results.NotFound();
}
