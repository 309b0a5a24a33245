using System.Security.Claims;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Accounts.Drafts;

/// <summary>Where forms without a place of their own keep themselves while they are typed in, and where what was kept is thrown away.</summary>
public static class FormDraftEndpoints
{
    /// <summary>In the address, for a form that is about nothing in particular.</summary>
    private const string NoRecord = "-";

    public static string Of(DraftForm form, string record = "") => $"/drafts/{form}/{(record.Length == 0 ? NoRecord : record)}";

    public static string Discard(DraftForm form, string record = "") => $"{Of(form, record)}/discard";

    /// <summary>What is thrown away there: the draft's own address.</summary>
    public static string Discarded(string discard) => discard[..discard.LastIndexOf('/')];

    public static WebApplication MapFormDrafts(this WebApplication app)
    {
        // Reading the form from a parameter demands its antiforgery token.
        app.MapPost("/drafts/{form}/{record}", async (string form, string record, [FromForm] IFormCollection fields, ClaimsPrincipal user, SaveFormDraft save, CancellationToken ct) =>
            Read(form) is not { } which ? Results.NotFound()
            : await save.RunAsync(new(CurrentActor.AccountOf(user), which, RecordOf(record), Typed(fields)), ct) is { } at ? Results.Ok(new DraftSaved(at)) : Results.UnprocessableEntity()).RequireAuthorization();
        app.MapPost("/drafts/{form}/{record}/discard", async (string form, string record, [FromForm] string? back, ClaimsPrincipal user, DiscardFormDraft discard, CancellationToken ct) =>
        {
            if (Read(form) is not { } which)
                return Results.NotFound();
            await discard.RunAsync(new(CurrentActor.AccountOf(user), which, RecordOf(record)), ct);
            return Results.LocalRedirect(LoginPage.IsOurs(back) ? back! : "/");
        }).RequireAuthorization();
        return app;
    }

    /// <summary>What is being posted to a form just now; null: nothing is.</summary>
    public static TypedFields? Posted(this HttpContext? http, string formName) => http.Posts(formName) ? Typed(http!.Request.Form) : null;

    private static DraftForm? Read(string form) => Enum.TryParse<DraftForm>(form, out var which) && form == which.ToString() ? which : null;

    private static string RecordOf(string word) => word == NoRecord ? "" : word;

    /// <summary>What the page itself adds begins with a stroke.</summary>
    private static TypedFields Typed(IFormCollection fields) => new(fields.Where(f => !f.Key.StartsWith('_'))
        .ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(typed => (typed ?? "").ReplaceLineEndings("\n"))], StringComparer.Ordinal));
}
