using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>What happened with requests, as CSV: to the seeker one request's events, to the office all it sent.</summary>
public static class RequestEventsEndpoints
{
    public static string Of(DirectRequestId request) => $"/seeker/requests/{request}/events.csv";

    /// <summary>Of the same choice as the list.</summary>
    public static string Of(DirectRequestState? state, JobNumber? job) => $"/employer/requests/events.csv{SentRequestsAddress.Of(state, job)["/employer/requests".Length..]}";

    public static WebApplication MapRequestEvents(this WebApplication app)
    {
        app.MapGet("/seeker/requests/{id:guid}/events.csv", async (Guid id, ClaimsPrincipal user, ReadReceivedRequest read, ListOwnConsultations consultations, IStringLocalizer<ReceivedRequestsText> text, CancellationToken ct) =>
        {
            var seeker = CurrentActor.SeekerOf(user);
            return await read.RunAsync(new(seeker, new(id)), ct) is { } request
                ? Csv.File(RequestEvents.Figures(request, await consultations.RunAsync(new(seeker, request.Job), ct), text), "request.csv") : Results.NotFound();
        }).RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Seeker });
        app.MapGet("/employer/requests/events.csv", async (string? state, string? job, ClaimsPrincipal user, ExportSentRequests export, IStringLocalizer<SentRequestsText> text, IStringLocalizer<RequestStateText> states, CancellationToken ct) =>
        {
            var sent = await export.RunAsync(new(CurrentActor.EmployerOf(user), SentRequestsAddress.ReadState(state), JobNumber.TryParse(job, out var number) ? number : null), ct);
            return Csv.File(RequestEvents.Columns(text), sent.Select(r => RequestEvents.Row(r, states)), "requests.csv");
        }).RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Employer });
        return app;
    }
}
