using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Desk;

/// <summary>How much waits at the desk, as figures and as CSV.</summary>
public static class LoadFigures
{
    public static Figures Open(DeskLoad load, IStringLocalizer<LoadText> text, IStringLocalizer<DeskText> desk) => new(
        [text["Kind"], text["Age.0"], text["Age.1"], text["Age.2"], text["Sum"]],
        [.. load.Open.Select(IReadOnlyList<Figure> (o) => [desk[$"Kind.{o.Kind}"].Value, o.ByAge[0], o.ByAge[1], o.ByAge[2], o.ByAge.Sum()])]);

    public static Figures Days(DeskLoad load, IStringLocalizer<LoadText> text) => new(
        [text["Date"], text["Arrived"], text["Finished"]],
        [.. load.Days.Select(IReadOnlyList<Figure> (d) => [new Figure(text["Day.Long", d.Day], FormattableString.Invariant($"{d.Day:yyyy-MM-dd}"), IsNumber: false), d.Arrived, d.Finished])]);

    public static WebApplication MapDeskLoad(this WebApplication app)
    {
        var (counselors, officers) = (new AuthorizeAttribute { Roles = RoleNames.Counselor }, new AuthorizeAttribute { Roles = RoleNames.BureauOfficer });
        app.MapGet("/desk/load/open.csv", async (HttpContext http, ReadDeskLoad read, IStringLocalizer<LoadText> text, IStringLocalizer<DeskText> desk, CancellationToken ct) =>
            Csv.File(Open(await read.RunAsync(CurrentActor.CounselorOf(http.User), ct), text, desk), "desk-open.csv")).RequireAuthorization(counselors);
        app.MapGet("/desk/load/days.csv", async (HttpContext http, ReadDeskLoad read, IStringLocalizer<LoadText> text, CancellationToken ct) =>
            Csv.File(Days(await read.RunAsync(CurrentActor.CounselorOf(http.User), ct), text), "desk-days.csv")).RequireAuthorization(counselors);
        app.MapGet("/bureau/load/open.csv", async (HttpContext http, ReadBureauLoad read, IStringLocalizer<LoadText> text, IStringLocalizer<DeskText> desk, CancellationToken ct) =>
            Csv.File(Open((await read.RunAsync(CurrentActor.BureauOf(http.User), ct)).All, text, desk), "bureau-open.csv")).RequireAuthorization(officers);
        app.MapGet("/bureau/load/days.csv", async (HttpContext http, ReadBureauLoad read, IStringLocalizer<LoadText> text, CancellationToken ct) =>
            Csv.File(Days((await read.RunAsync(CurrentActor.BureauOf(http.User), ct)).All, text), "bureau-days.csv")).RequireAuthorization(officers);
        return app;
    }
}
