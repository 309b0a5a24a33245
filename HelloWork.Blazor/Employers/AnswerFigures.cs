using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Employers;

/// <summary>How an office answers and is answered, as figures and as CSV.</summary>
public static class AnswerFigures
{
    public const string RequestsCsv = "/employer/answers/requests.csv", ApplicationsCsv = "/employer/answers/applications.csv";

    public static Figures Requests(AnswerRates rates, IStringLocalizer<AnswersText> text) => new(
        [text["Month"], text["Sent"], text["Applied"], text["Declined"], text["Lapsed"], text["Open"], text["Otherwise"]],
        [.. rates.Requests.Select(IReadOnlyList<Figure> (m) => [new Figure(text["Month.Of", m.Month], FormattableString.Invariant($"{m.Month:yyyy-MM}"), IsNumber: false), m.Sent, m.Applied, m.Declined, m.Lapsed, m.Open, m.Otherwise])]);

    public static Figures Applications(AnswerRates rates, IStringLocalizer<AnswersText> text) => new(
        [text["Wait"], text["Applications"]], [.. rates.Applications.Select(IReadOnlyList<Figure> (a) => [text[$"Wait.{a.Wait}"].Value, a.Count])]);

    public static WebApplication MapAnswerFigures(this WebApplication app)
    {
        var employers = new AuthorizeAttribute { Roles = RoleNames.Employer };
        app.MapGet(RequestsCsv, async (HttpContext http, ReadAnswerRates read, IStringLocalizer<AnswersText> text, CancellationToken ct) =>
            Csv.File(Requests(await read.RunAsync(CurrentActor.EmployerOf(http.User), ct), text), "requests-by-month.csv")).RequireAuthorization(employers);
        app.MapGet(ApplicationsCsv, async (HttpContext http, ReadAnswerRates read, IStringLocalizer<AnswersText> text, CancellationToken ct) =>
            Csv.File(Applications(await read.RunAsync(CurrentActor.EmployerOf(http.User), ct), text), "answers.csv")).RequireAuthorization(employers);
        return app;
    }
}
