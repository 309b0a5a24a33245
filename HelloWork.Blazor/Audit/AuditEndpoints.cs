using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Audit;

public static class AuditEndpoints
{
    /// <summary>The CSV of a search (OV-05). A search that can't be read leads back to the page, which says why.</summary>
    public static WebApplication MapAuditExport(this WebApplication app)
    {
        app.MapGet($"{AuditQuery.Path}/export.csv", async (HttpContext http, ExportAuditTrail export, IStringLocalizer<AuditText> text, TimeProvider clock, CancellationToken ct) =>
            {
                var (query, errors) = (AuditQuery.Of(http.Request.Query), new FormErrors());
                var filter = query.ToFilter(errors, text);
                var lines = errors.Any ? null : await export.RunAsync(new(CurrentActor.BureauOf(http.User), filter), ct);
                if (lines is null)
                    return Results.LocalRedirect(query.Address());
                http.Response.Headers.CacheControl = "no-store";
                return Results.Stream(output => AuditCsv.WriteAsync(output, lines, text, ct), "text/csv; charset=utf-8", FormattableString.Invariant($"audit-{clock.TodayInJapan():yyyyMMdd}.csv"));
            })
            .RequireAuthorization(policy => policy.RequireRole(RoleNames.BureauOfficer));
        return app;
    }
}
