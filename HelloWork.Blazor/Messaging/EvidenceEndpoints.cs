using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Hosting;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Oversight;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Messaging;

public static class EvidenceEndpoints
{
    /// <summary>The evidence of a conversation as a file a machine can check, and as PDF (OV-04).</summary>
    public static WebApplication MapEvidence(this WebApplication app)
    {
        var seeker = app.MapGroup("/provision/messages/{id:guid}").RequireAuthorization(policy => policy.RequireRole(RoleNames.Seeker));
        seeker.MapGet("/evidence.json", async (Guid id, HttpContext http, ExportConversation export, CancellationToken ct) =>
            Json(http, await export.RunAsync(new(CurrentActor.ProvisionOf(http.User), new ConversationId(id), EvidenceForm.File), ct)));
        seeker.MapGet("/evidence.pdf", async (Guid id, HttpContext http, ExportConversation export, PdfPrinter printer, IStringLocalizer<EvidenceText> text, CancellationToken ct) =>
            await PdfAsync(http, printer, text, EvidenceAddress.ForSeeker(new(id)), () => export.RunAsync(new(CurrentActor.ProvisionOf(http.User), new ConversationId(id), EvidenceForm.Pdf), ct), ct));

        var staff = app.MapGroup("/desk").RequireAuthorization(policy => policy.RequireRole(RoleNames.Counselor, RoleNames.BureauOfficer));
        staff.MapGet("/evidence/{id:guid}.json", async (Guid id, HttpContext http, ExportReportedConversation export, CancellationToken ct) =>
            Json(http, await ExportReportedAsync(export, http.User, new ConversationId(id), EvidenceForm.File, ct)));
        staff.MapGet("/evidence/{id:guid}.pdf", async (Guid id, HttpContext http, ExportReportedConversation export, PdfPrinter printer, IStringLocalizer<EvidenceText> text, CancellationToken ct) =>
            await PdfAsync(http, printer, text, EvidenceAddress.ForStaff(new(id)), () => ExportReportedAsync(export, http.User, new ConversationId(id), EvidenceForm.Pdf, ct), ct));
        return app;
    }

    internal static Task<ConversationEvidence?> ExportReportedAsync(ExportReportedConversation export, ClaimsPrincipal user, ConversationId id, EvidenceForm form, CancellationToken ct) =>
        user.IsInRole(RoleNames.BureauOfficer)
            ? export.RunAsync(new ExportReportedConversation.ByOfficer(CurrentActor.BureauOf(user), id, form), ct)
            : export.RunAsync(new ExportReportedConversation.ByCounselor(CurrentActor.CounselorOf(user), id, form), ct);

    private static IResult Json(HttpContext http, ConversationEvidence? evidence)
    {
        if (evidence is null)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(evidence.ToJson(), "application/json", NameOf(evidence, "json"));
    }

    private static async Task<IResult> PdfAsync(HttpContext http, PdfPrinter printer, IStringLocalizer<EvidenceText> text, string page, Func<Task<ConversationEvidence?>> export, CancellationToken ct)
    {
        // Without a Chromium the page says the same and can be printed.
        if (!printer.Available)
            return Results.LocalRedirect(page);
        if (await export() is not { } evidence)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        var pdf = await printer.PrintAsync<EvidenceSheet>(text["Sheet.Title"], ["tokens.css", "evidence.css"], new() { [nameof(EvidenceSheet.Evidence)] = evidence }, ct);
        return pdf is null ? Results.LocalRedirect($"{page}?pdf=failed") : Results.File(pdf, "application/pdf", NameOf(evidence, "pdf"));
    }

    private static string NameOf(ConversationEvidence evidence, string ending) => FormattableString.Invariant($"evidence-{evidence.SeekerNumber}-{evidence.ExportedAt.Japan:yyyyMMdd-HHmmss}.{ending}");
}
