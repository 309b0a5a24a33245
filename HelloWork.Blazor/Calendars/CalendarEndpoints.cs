using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Authorization;

namespace HelloWork.Blazor.Calendars;

/// <summary>カレンダーに入れる: each record's entry behind its owner's sign-in.</summary>
public static class CalendarEndpoints
{
    public const string Registration = "/seeker/registration.ics";

    public static string OfRequest(DirectRequestId id) => $"/seeker/requests/{id}.ics";

    public static string OfInterview(InterviewId id, bool employer) => $"/{(employer ? "employer" : "seeker")}/interviews/{id}.ics";

    public static string OfJob(JobNumber number) => $"/seeker/jobs/{number}.ics";

    public static string OfAnswer(SelfApplicationId id, bool employer) => $"/{(employer ? "employer" : "seeker")}/applications/{id}/answer.ics";

    public static string OfDeletion(AliasNumber number) => $"/provider/deletions/{number}.ics";

    public static string OfOrder(CorrectionOrderId id) => $"/provider/order/{id}.ics";

    public static WebApplication MapCalendars(this WebApplication app)
    {
        var seekers = new AuthorizeAttribute { Roles = RoleNames.Seeker };
        app.MapGet("/seeker/interviews/{id:guid}.ics", async (Guid id, HttpContext http, ClaimsPrincipal user, ViewInterview view, CalendarFiles files, CancellationToken ct) =>
            Interview(http, await view.RunAsync(new ViewInterview.BySeeker(CurrentActor.SeekerOf(user), new InterviewId(id)), ct), files, employer: false)).RequireAuthorization(seekers);
        app.MapGet("/employer/interviews/{id:guid}.ics", async (Guid id, HttpContext http, ClaimsPrincipal user, ViewInterview view, CalendarFiles files, CancellationToken ct) =>
            Interview(http, await view.RunAsync(new ViewInterview.ByEmployer(CurrentActor.EmployerOf(user), new InterviewId(id)), ct), files, employer: true)).RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Employer });
        app.MapGet("/seeker/requests/{id:guid}.ics", async (Guid id, HttpContext http, ClaimsPrincipal user, ReadReceivedRequest read, CalendarFiles files, TimeProvider clock, CancellationToken ct) =>
            await read.RunAsync(new(CurrentActor.SeekerOf(user), new DirectRequestId(id)), ct) is { } request ? File(http, files.OfRequest(request, clock.UtcNow(), LanguageTags.Current)) : Results.NotFound()).RequireAuthorization(seekers);
        app.MapGet(Registration, async (HttpContext http, ClaimsPrincipal user, ViewOwnRegistration view, CalendarFiles files, TimeProvider clock, CancellationToken ct) =>
        {
            var seeker = CurrentActor.SeekerOf(user);
            return (await view.RunAsync(new(seeker), ct)).Registration is { } registration
                ? File(http, files.OfRegistration(seeker.Seeker, registration, clock.UtcNow(), LanguageTags.Current)) : Results.NotFound();
        }).RequireAuthorization(seekers);
        app.MapGet("/seeker/jobs/{number}.ics", async (string number, HttpContext http, ClaimsPrincipal user, ViewJob view, CalendarFiles files, TimeProvider clock, CancellationToken ct) =>
            JobNumber.TryParse(number, out var job) && await view.RunAsync(job, CurrentActor.SeekerOf(user).Account, ct) is { } found ? File(http, files.OfJob(found, clock.UtcNow(), LanguageTags.Current)) : Results.NotFound()).RequireAuthorization(seekers);
        app.MapGet("/seeker/applications/{id:guid}/answer.ics", async (Guid id, HttpContext http, ClaimsPrincipal user, ViewAnswerDay view, CalendarFiles files, TimeProvider clock, CancellationToken ct) =>
            await view.RunAsync(new ViewAnswerDay.BySeeker(CurrentActor.SeekerOf(user), new SelfApplicationId(id)), ct) is { } day ? File(http, files.OfAnswer(day, false, clock.UtcNow(), LanguageTags.Current)) : Results.NotFound()).RequireAuthorization(seekers);
        app.MapGet("/employer/applications/{id:guid}/answer.ics", async (Guid id, HttpContext http, ClaimsPrincipal user, ViewAnswerDay view, CalendarFiles files, TimeProvider clock, CancellationToken ct) =>
            await view.RunAsync(new ViewAnswerDay.ByEmployer(CurrentActor.EmployerOf(user), new SelfApplicationId(id)), ct) is { } day ? File(http, files.OfAnswer(day, true, clock.UtcNow(), LanguageTags.Current)) : Results.NotFound()).RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Employer });
        var providers = new AuthorizeAttribute { Roles = RoleNames.Provider };
        app.MapGet("/provider/deletions/{number}.ics", async (string number, HttpContext http, ClaimsPrincipal user, ListDeletions list, CalendarFiles files, TimeProvider clock, CancellationToken ct) =>
        {
            var reader = CurrentActor.ProviderOf(user);
            var rows = AliasNumber.TryParse(number, out var alias) ? (await list.RunAsync(new(reader, Only: [alias]), ct)).Rows.Items : [];
            return rows is [{ Due: { } due }] ? File(http, files.OfDeletion(reader.Provider, alias, due, clock.UtcNow(), LanguageTags.Current)) : Results.NotFound();
        }).RequireAuthorization(providers);
        app.MapGet("/provider/order/{id:guid}.ics", async (Guid id, HttpContext http, ClaimsPrincipal user, ReadOrders read, CalendarFiles files, CancellationToken ct) =>
            (await read.RunAsync(new(CurrentActor.ProviderOf(user)), ct)).FirstOrDefault(o => o.Id.Value == id) is { } order ? File(http, files.OfOrder(order, LanguageTags.Current)) : Results.NotFound()).RequireAuthorization(providers);
        return app;
    }

    private static IResult Interview(HttpContext http, InterviewOfJob? found, CalendarFiles files, bool employer) =>
        found is { Interview.StartsAt: not null } ? File(http, files.OfInterview(found, employer, LanguageTags.Current)) : Results.NotFound();

    private static IResult File(HttpContext http, CalendarFile file)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(file.Content, $"{CalendarFile.MediaType}; charset=utf-8; method={file.Method}", file.Name);
    }
}
