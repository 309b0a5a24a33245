using HelloWork.Blazor.Languages;
using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>What the pages' scripts ask for while somebody types: the draft's keeping, and regions made anew by the same components as the page.</summary>
public static class ProvisionEndpoints
{
    public const string CountOfConditions = "/provision/conditions/count";

    public static string PreviewOf(StatementStep step) => $"{StatementWords.PathOf(step)}/preview";

    public static string DraftOf(StatementStep step) => $"{StatementWords.PathOf(step)}/draft";

    public static WebApplication MapProvision(this WebApplication app)
    {
        var seekers = new AuthorizeAttribute { Roles = RoleNames.Seeker };
        app.MapPost("/provision/profile/{word}/draft", async (string word, [FromForm] IFormCollection form, ClaimsPrincipal user, SaveStatementDraft save, CancellationToken ct) =>
        {
            if (!StatementWords.TryParse(word, out var step))
                return Results.NotFound();
            var input = StatementInput.Read(form);
            return await save.RunAsync(new(CurrentActor.ProvisionOf(user), step, input.ToStatement()), ct) is { } at
                ? Results.Ok(new DraftSaved(at) { Whole = !input.Unread().Any() }) : Results.UnprocessableEntity();
        }).RequireAuthorization(seekers);
        app.MapGet("/provision/profile/{word}/preview", async Task<IResult> (string word, ClaimsPrincipal user, ReadStatement read, CancellationToken ct) => StatementWords.TryParse(word, out var step)
            ? new RazorComponentResult<ProfilePreview>(new { (await read.RunAsync(new(CurrentActor.ProvisionOf(user)), ct)).InHand.Statement, Step = step }) : Results.NotFound()).RequireAuthorization(seekers);
        app.MapPost(CountOfConditions, async Task<IResult> ([FromForm] IFormCollection form, ClaimsPrincipal user, CountMeetingProviders count, CancellationToken ct) =>
        {
            var input = ConditionsInput.Read(form);
            return new RazorComponentResult<ConditionCount>(new { Count = await count.RunAsync(new(CurrentActor.ProvisionOf(user), input.Wanted, input.PrivacyMarkOnly), ct) });
        }).RequireAuthorization(seekers);
        app.MapGet("/provision/municipalities/{prefecture}", (string prefecture) =>
            Results.Json(Municipalities.InPrefecture(prefecture).Select(m => new { m.Code, Name = Readings.Leave(m.Here()) }))).RequireAuthorization(new AuthorizeAttribute { Roles = $"{RoleNames.Seeker},{RoleNames.Counselor}" });
        return app;
    }
}
