using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Applications;

/// <summary>Both sides' forms of an interview as posts, without a script.</summary>
[Trait("Category", "Slow")]
public sealed partial class InterviewOverHttpTests : IDisposable
{
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "AP-05")]
    public async Task EmployerOffers_SeekerPicks_BothTakeItIntoTheirCalendars_AndTheSeekerCallsItOff()
    {
        var application = await _portal.ApplyAsync();
        var (employer, seeker, stranger) = (await _portal.SignedInAsync("employer01"), await _portal.SignedInAsync("seeker01"), await _portal.SignedInAsync("seeker02"));
        var (mine, theirs) = ($"/seeker/applications/{application}", $"/employer/applications/{application}");

        var half = await OfferAsync(employer, theirs, ("Offer.Times[0].Day", "2026-04-02"), ("Offer.Times[0].Start", "14:00"), ("Offer.Times[1].Day", "2026-04-05"), ("Offer.Place", "本社3階"));
        var offered = await OfferAsync(employer, theirs, ("Offer.Times[0].Day", "2026-04-02"), ("Offer.Times[0].Start", "14:00"), ("Offer.Times[1].Day", "２０２６-04-03"), ("Offer.Times[1].Start", "9:30"), ("Offer.Place", "本社3階"));
        var late = await OfferAsync(employer, theirs, ("Offer.Times[0].Day", "2026-04-09"), ("Offer.Times[0].Start", "14:00"), ("Offer.Place", "本社3階"));

        var page = await half.Content.ReadAsStringAsync();
        Assert.Contains("候補2は、日と開始時刻の両方を入力してください。", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-04-02\"", page, StringComparison.Ordinal);
        Assert.Equal($"{theirs}?done=offered#interview", LeadsTo(offered));
        Assert.Contains("返事を待っている候補があるため、送りませんでした", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var interview = await ReadAsync(application);
        Assert.Equal(HttpStatusCode.NotFound, (await seeker.GetAsync($"/seeker/interviews/{interview.Id}.ics")).StatusCode);
        Assert.Matches("面接の日時を選んでください[\\s\\S]*href=\"" + mine + "#interview\"", await seeker.GetStringAsync("/seeker"));
        var none = await PostAsync(seeker, mine, "pick", ("Pick.Interview", interview.Id.ToString()));
        var picked = await PostAsync(seeker, mine, "pick", ("Pick.Interview", interview.Id.ToString()), ("Pick.Time", "2"));
        Assert.Contains("候補の日時を1つ選んでください。", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal($"{mine}?done=picked#interview", LeadsTo(picked));
        Assert.Matches("role=\"status\"[\\s\\S]*面接の日時が決まりました", await seeker.GetStringAsync(picked.Headers.Location));

        Assert.DoesNotContain("面接の日時を選んでください", await seeker.GetStringAsync("/seeker"), StringComparison.Ordinal);
        foreach (var (visitor, side) in new[] { (seeker, "seeker"), (employer, "employer") })
        {
            var file = await visitor.GetAsync($"/{side}/interviews/{interview.Id}.ics");
            Assert.Equal(("text/calendar", "attachment", "nosniff"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType, file.Headers.GetValues("X-Content-Type-Options").Single()));
            Assert.Contains("DTSTART:20260403T003000Z", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/seeker/interviews/{interview.Id}.ics")).StatusCode);
        Assert.Contains("VALUE=DATE", await seeker.GetStringAsync("/seeker/registration.ics"), StringComparison.Ordinal);

        await _portal.Services.GetRequiredService<PromiseAnswer>().RunAsync(new(await _portal.EmployerAsync(), application, new DateOnly(2026, 4, 10)), default);
        foreach (var (visitor, address) in new[] { (seeker, mine), (employer, theirs) })
        {
            Assert.Contains($"{address}/answer.ics", await visitor.GetStringAsync(address), StringComparison.Ordinal);
            Assert.Contains("DTSTART;VALUE=DATE:20260410", await visitor.GetStringAsync($"{address}/answer.ics"), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{mine}/answer.ics")).StatusCode);
        Assert.Contains("METHOD:PUBLISH", await stranger.GetStringAsync($"/seeker/jobs/{PortalExchange.Job}.ics"), StringComparison.Ordinal);

        var moved = await PostAsync(employer, $"{theirs}/interview", "move", ("Move.Interview", interview.Id.ToString()), ("Move.Seen", "0"), ("Move.Time.Day", "2026-04-03"), ("Move.Time.Start", "11:00"), ("Move.Minutes", "30"), ("Move.Place", "本社4階"), ("Move.Reason", "会議のため"));
        Assert.Equal($"{theirs}?done=moved#interview", LeadsTo(moved));
        var empty = await PostAsync(seeker, mine, "calloff", ("CallOff.Interview", interview.Id.ToString()), ("CallOff.Reason", ""));
        var calledOff = await PostAsync(seeker, mine, "calloff", ("CallOff.Interview", interview.Id.ToString()), ("CallOff.Reason", "体調不良のため"));
        Assert.Contains("取りやめる理由を入力してください。", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal($"{mine}?done=calledoff#interview", LeadsTo(calledOff));
        Assert.Contains("METHOD:CANCEL", await employer.GetStringAsync($"/employer/interviews/{interview.Id}.ics"), StringComparison.Ordinal);
        Assert.Contains("体調不良のため", await employer.GetStringAsync(theirs), StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task ThePages_OfferWhatCanBeDone_AlsoFromOneThatStoodOpen()
    {
        var application = await _portal.ApplyAsync();
        var (employer, seeker) = (await _portal.SignedInAsync("employer01"), await _portal.SignedInAsync("seeker01"));
        var (mine, theirs) = ($"/seeker/applications/{application}", $"/employer/applications/{application}");
        await OfferAsync(employer, theirs, ("Offer.Times[0].Day", "2026-04-02"), ("Offer.Times[0].Start", "14:00"), ("Offer.Place", "本社3階"));
        var interview = await ReadAsync(application);

        var calledOff = await PostAsync(employer, theirs, "calloff", ("CallOff.Interview", interview.Id.ToString()), ("CallOff.Reason", "日程を組み直します"));
        var late = await PostAsync(seeker, mine, "pick", ("Pick.Interview", interview.Id.ToString()), ("Pick.Time", "1"));
        var turnedDown = await PostAsync(seeker, mine, "turndown", ("TurnDown.Interview", interview.Id.ToString()), ("TurnDown.Words", "夕方なら行けます"));

        Assert.Equal($"{theirs}?done=calledoff#interview", LeadsTo(calledOff));
        Assert.Contains("選べませんでした", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = await turnedDown.Content.ReadAsStringAsync();
        Assert.Contains("夕方なら行けます</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("別の日時を提案する", await employer.GetStringAsync(theirs), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> OfferAsync(HttpClient employer, string application, params (string, string)[] fields) =>
        PostAsync(employer, $"{application}/interview", "offer", [("Offer.Key", NewId.Next().ToString()), ("Offer.Minutes", "45"), .. fields]);

    private async Task<Interview> ReadAsync(SelfApplicationId application)
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        return await db.Interviews.SingleAsync(i => i.SelfApplicationId == application);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient visitor, string path, string form, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await visitor.GetStringAsync(path.EndsWith("/interview", StringComparison.Ordinal) ? path[..^"/interview".Length] : path)).Groups[1].Value;
        return await visitor.PostAsync(path, new FormUrlEncodedContent(fields.Append(("_handler", form)).Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    private static string LeadsTo(HttpResponseMessage answer)
    {
        var to = answer.Headers.Location ?? throw new InvalidOperationException($"No redirect but {answer.StatusCode}.");
        return to.IsAbsoluteUri ? to.PathAndQuery + to.Fragment : to.ToString();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
}
