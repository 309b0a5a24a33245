using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Applications;

/// <summary>The seeker's and the employer's forms as posts, without a script: also from pages that stood open while things moved on.</summary>
[Trait("Category", "Slow")]
public sealed partial class ExchangeOverHttpTests : IDisposable
{
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "AP-01"), Trait("Rule", "AP-02")]
    public async Task SeekerAppliesToARequest_AndTheEmployerSeesTheApplication()
    {
        var request = await _portal.RequestAsync();
        var seeker = await _portal.SignedInAsync("seeker01");

        var written = await PostAsync(seeker, Form, "motivation", ("Input.Motivation", "経理の経験を\r\n生かしたいです。"));
        var sent = await PostAsync(seeker, $"{Form}/confirm", "apply", ("Input.Seen", await SeenAsync(seeker)));
        var again = await PostAsync(seeker, $"{Form}/confirm", "apply", ("Input.Seen", "whatever"));

        Assert.Equal($"{Form}/confirm", written.LeadsTo());
        var application = sent.LeadsTo();
        Assert.Matches(@"^/seeker/applications/[0-9a-f-]{36}\?done=applied$", application);
        Assert.Equal(application.Replace("?done=applied", "", StringComparison.Ordinal), again.LeadsTo());
        Assert.Contains("このリクエストには応募しました", await seeker.GetStringAsync($"/seeker/requests/{request}"), StringComparison.Ordinal);
        var employer = await _portal.SignedInAsync("employer01");
        Assert.Contains("直接リクエストから", await employer.GetStringAsync("/employer/applications"), StringComparison.Ordinal);
        var page = await employer.GetStringAsync(application.Replace("seeker", "employer", StringComparison.Ordinal).Replace("?done=applied", "", StringComparison.Ordinal));
        Assert.Contains("経理の経験を", page, StringComparison.Ordinal);
        var events = (await seeker.GetStringAsync($"/seeker/requests/{request}/events.csv")).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("日時,できごと", events[0]);
        Assert.Matches(@"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2},リクエストが届きました$", events[1]);
        Assert.Contains("応募済み", await employer.GetStringAsync("/employer/requests/events.csv?state=applied"), StringComparison.Ordinal);
        Assert.Contains(",会社が応募を読みました,", await seeker.GetStringAsync(application.Replace("?done=applied", "/events.csv", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "DR-10"), Trait("Rule", "AP-06")]
    public async Task FilesOfARequestOrAnApplication_OpenNothing_AndLeaveMessagesUnread()
    {
        var request = await _portal.RequestAsync();
        var (seeker, employer) = (await _portal.SignedInAsync("seeker01"), await _portal.SignedInAsync("employer01"));

        Assert.Contains("BEGIN:VEVENT", await seeker.GetStringAsync($"/seeker/requests/{request}.ics"), StringComparison.Ordinal);
        Assert.Contains("リクエストが届きました", await seeker.GetStringAsync($"/seeker/requests/{request}/events.csv"), StringComparison.Ordinal);

        Assert.True(await ReadAsync(db => db.DirectRequests.AnyAsync(r => r.Id == request && r.ReadAt == null)));
        var application = await _portal.ApplyAsync();
        var send = _portal.Services.GetRequiredService<SendApplicationMessage>();
        await send.RunAsync(new SendApplicationMessage.FromEmployer(await _portal.EmployerAsync(), application, Guid.NewGuid(), "面接のご相談です。"), default);
        await send.RunAsync(new SendApplicationMessage.FromSeeker(await _portal.SeekerAsync(), application, Guid.NewGuid(), "よろしくお願いします。"), default);
        foreach (var (visitor, side) in new[] { (seeker, "seeker"), (employer, "employer") })
            Assert.Contains(",応募しました,", await visitor.GetStringAsync($"/{side}/applications/{application}/events.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _portal.SignedInAsync("seeker02")).GetAsync($"/seeker/applications/{application}/events.csv")).StatusCode);

        Assert.True(await ReadAsync(db => db.SelfApplications.AnyAsync(a => a.Id == application && a.ReadAt == null)));
        Assert.Equal(2, await ReadAsync(db => db.ApplicationMessages.CountAsync(m => m.SelfApplicationId == application && m.ReadAt == null)));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Apply_WhenTheDataChangedAfterTheConfirmationPage_ShowsTheNewPageAndSendsNothing()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        await PostAsync(seeker, Form, "motivation", ("Input.Motivation", "応募します。"));
        var seen = await SeenAsync(seeker);
        await ChangeAsync(async db =>
        {
            var person = await SeekerAsync(db, "seeker01");
            person.Correct(person.Details with { Address = "東京都世田谷区赤堤8丁目8番8号" });
        });

        var answer = await PostAsync(seeker, $"{Form}/confirm", "apply", ("Input.Seen", seen));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("まだ送信していません", Alert(page), StringComparison.Ordinal);
        Assert.Contains("赤堤8丁目8番8号", page, StringComparison.Ordinal);
        Assert.NotEqual(seen, Seen().Match(page).Groups[1].Value);
        Assert.False(await ReadAsync(db => db.SelfApplications.AnyAsync()));
    }

    [Theory, Trait("Rule", "AP-01")]
    [InlineData("", "志望動機を入力してください。")]
    [InlineData("長", "志望動機は1,000字までにしてください。")]
    public async Task Motivation_MissingOrTooLong_ComesBackWithTheReasonAndEverythingTyped(string typed, string words)
    {
        var motivation = typed.Length == 0 ? typed : new string(typed[0], 1001);
        var seeker = await _portal.SignedInAsync("seeker01");

        var answer = await PostAsync(seeker, Form, "motivation", ("Input.Motivation", motivation));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, Alert(page), StringComparison.Ordinal);
        Assert.Contains($"{motivation}</textarea>", page, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "DR-09")]
    public async Task Decline_FromAPageThatStoodOpenPastTheDeadline_SaysThatItLapsed()
    {
        var request = await _portal.RequestAsync();
        var seeker = await _portal.SignedInAsync("seeker01");
        _portal.Clock.Advance(TimeSpan.FromMinutes(20));
        await ChangeAsync(db => db.Database.ExecuteSqlAsync($"UPDATE DirectRequests SET ExpiresAt = '2026-03-22 05:10:00'"));

        var answer = await PostAsync(seeker, $"/seeker/requests/{request}", "decline", ("DeclineInput.Reason", "遠いため"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("回答期限が過ぎたため", Alert(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "DR-08"), Trait("Rule", "AP-04")]
    public async Task DeclineAndConsult_LeadBackToTheRequestWithAStatus()
    {
        var request = await _portal.RequestAsync();
        var seeker = await _portal.SignedInAsync("seeker01");
        var address = $"/seeker/requests/{request}";

        var empty = await PostAsync(seeker, address, "consult", ("ConsultInput.Question", ""));
        var asked = await PostAsync(seeker, address, "consult", ("ConsultInput.Question", "紹介を受けられますか。"));
        var twice = await PostAsync(seeker, address, "consult", ("ConsultInput.Question", "紹介を受けられますか。"));
        var declined = await PostAsync(seeker, address, "decline", ("DeclineInput.Reason", ""));

        Assert.Contains("相談したいことを入力してください。", Alert(await empty.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal($"{address}?done=asked", asked.LeadsTo());
        Assert.Contains("すでに送ってあります", Alert(await twice.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal($"{address}?done=declined", declined.LeadsTo());
        Assert.Matches("role=\"status\"[\\s\\S]*リクエストを辞退しました", await seeker.GetStringAsync(declined.Headers.Location));
    }

    [Fact, Trait("Rule", "AP-05"), Trait("Rule", "AP-06")]
    public async Task EmployerRecordsAnOutcomeOnlyAfterASecondLook_AndMessagesGoBothWays()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        var application = await ApplyAsync(seeker);
        var employer = await _portal.SignedInAsync("employer01");
        var (mine, theirs) = ($"/seeker/applications/{application}", $"/employer/applications/{application}");
        var hired = new[] { ("Record.Seen", "1"), ("Record.Step", "Hired"), ("Record.Note", "4月1日からお願いします。") };

        var written = await PostAsync(employer, theirs, "message", ("Message.Key", NewId.Next().ToString()), ("Message.Body", "ご応募ありがとうございます。"));
        var first = await PostAsync(employer, theirs, "record", hired);
        var stillOpen = await ReadAsync(db => db.SelfApplications.Select(a => a.Status).SingleAsync());
        var second = await PostAsync(employer, theirs, "record", [.. hired, ("Record.Confirmed", "Hired")]);
        var late = await PostAsync(seeker, mine, "withdraw", ("Withdrawal.Reason", ""));

        Assert.Equal($"{theirs}?done=sent#messages", written.LeadsTo());
        Assert.Contains("採用を登録すると、あとから変えられません", Alert(await first.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(ApplicationStatus.Applied, stillOpen);
        Assert.Equal($"{theirs}?done=recorded", second.LeadsTo());
        Assert.Contains("選考の結果が出たため、取り下げられませんでした。", Alert(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var page = await seeker.GetStringAsync(mine);
        Assert.Contains("4月1日からお願いします。", page, StringComparison.Ordinal);
        Assert.Contains("ご応募ありがとうございます。", page, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-06")]
    public async Task Message_TooLong_ComesBackWithEverythingTyped()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        var application = await ApplyAsync(seeker);
        var body = new string('長', 2001);

        var answer = await PostAsync(seeker, $"/seeker/applications/{application}", "message", ("Message.Key", NewId.Next().ToString()), ("Message.Body", body));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("メッセージは2,000字までにしてください。", Alert(page), StringComparison.Ordinal);
        Assert.Contains($"{body}</textarea>", page, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-06")]
    public async Task Drafts_AreKeptByTheirAddressesForTheirOwnersOnly()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        var application = await ApplyAsync(seeker);
        var stranger = await _portal.SignedInAsync("seeker02");
        var address = $"/seeker/applications/{application}";

        var kept = await DraftAsync(seeker, address, $"{address}/message-draft", ("Message.Body", "書きかけ"));
        var refused = await DraftAsync(stranger, "/seeker", $"{address}/message-draft", ("Message.Body", "のぞき見"));
        var untrusted = await seeker.PostAsync($"{address}/message-draft", new FormUrlEncodedContent([KeyValuePair.Create("Message.Body", "よその頁から")]));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (kept.StatusCode, refused.StatusCode, untrusted.StatusCode));
        Assert.Contains("書きかけ</textarea>", await seeker.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "DR-11"), Trait("Rule", "SS-02")]
    public async Task Profile_StopsAndStartsPublicationWithAStatus()
    {
        var seeker = await _portal.SignedInAsync("seeker01");

        var stopped = await PostAsync(seeker, "/seeker/profile", "publish", ("Publication.Shown", "false"));
        var off = await seeker.GetStringAsync(stopped.Headers.Location);
        var started = await PostAsync(seeker, "/seeker/profile", "publish", ("Publication.Shown", "true"));

        Assert.Contains("公開をやめました", off, StringComparison.Ordinal);
        Assert.Contains("届いている直接リクエストには、期限まで返事ができます", off, StringComparison.Ordinal);
        Assert.Contains("公開しています", await seeker.GetStringAsync(started.Headers.Location), StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Page_OfAnotherRole_IsForbidden_AndARecordOfSomebodyElse_IsNotFound()
    {
        const string nobodys = "00000000-0000-0000-0000-000000000001";
        var seeker = await _portal.SignedInAsync("seeker01");
        var employer = await _portal.SignedInAsync("employer01");

        foreach (var address in new[] { "/seeker", "/seeker/requests", $"/seeker/requests/{nobodys}", "/seeker/applications", Form, "/seeker/profile" })
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, (await employer.GetAsync(address)).StatusCode));
        foreach (var address in new[] { "/employer/applications", $"/employer/applications/{nobodys}" })
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, (await seeker.GetAsync(address)).StatusCode));
        foreach (var address in new[] { $"/seeker/requests/{nobodys}", $"/seeker/applications/{nobodys}", "/seeker/applications/new/13010-99999999", "/seeker/applications/new/nonsense/confirm" })
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await seeker.GetAsync(address)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await employer.GetAsync($"/employer/applications/{nobodys}")).StatusCode);
    }

    private static string Form => $"/seeker/applications/new/{PortalExchange.Job}";

    private static Task<HttpResponseMessage> PostAsync(HttpClient visitor, string path, string form, params (string, string)[] fields) =>
        PostFromAsync(visitor, path, path, form, fields);

    private static Task<HttpResponseMessage> DraftAsync(HttpClient visitor, string from, string path, params (string, string)[] fields) =>
        PostFromAsync(visitor, from, path, "draft", fields);

    /// <summary>The confirmation page leads away once nothing is left to send, so the token may come from another page.</summary>
    private static async Task<HttpResponseMessage> PostFromAsync(HttpClient visitor, string from, string path, string form, (string Name, string Value)[] fields)
    {
        var answer = await visitor.GetAsync(from);
        var page = answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : await visitor.GetStringAsync("/seeker");
        var all = fields.Append(("_handler", form)).Append(("__RequestVerificationToken", Token().Match(page).Groups[1].Value));
        return await visitor.PostAsync(path, new FormUrlEncodedContent(all.Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    private static async Task<string> SeenAsync(HttpClient seeker) => Seen().Match(await seeker.GetStringAsync($"{Form}/confirm")).Groups[1].Value;

    private static async Task<string> ApplyAsync(HttpClient seeker)
    {
        await PostAsync(seeker, Form, "motivation", ("Input.Motivation", "応募します。"));
        var sent = await PostAsync(seeker, $"{Form}/confirm", "apply", ("Input.Seen", await SeenAsync(seeker)));
        return sent.LeadsTo()["/seeker/applications/".Length..^"?done=applied".Length];
    }

    private static string Alert(string page)
    {
        var alert = AlertText().Match(page);
        Assert.True(alert.Success, "The page shows no alert.");
        return alert.Value;
    }

    private static async Task<Seeker> SeekerAsync(HelloWorkDbContext db, string userId) =>
        await db.Seekers.SingleAsync(s => db.Users.Any(u => u.Id == s.AccountId && u.UserName == userId));

    private async Task<T> ReadAsync<T>(Func<HelloWorkDbContext, Task<T>> read)
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        return await read(db);
    }

    private async Task ChangeAsync(Func<HelloWorkDbContext, Task> change)
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        await change(db);
        await db.SaveChangesAsync();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
    [GeneratedRegex("""name="Input.Seen" value="([^"]+)""")] private static partial Regex Seen();
    [GeneratedRegex("""role="alert"[\s\S]*?(</ul>|</div>\s*</div>)""")] private static partial Regex AlertText();
}

file static class Answers
{
    /// <summary>Where a redirect leads, without the host.</summary>
    public static string LeadsTo(this HttpResponseMessage answer)
    {
        var to = answer.Headers.Location ?? throw new InvalidOperationException($"No redirect but {answer.StatusCode}.");
        return to.IsAbsoluteUri ? to.PathAndQuery + to.Fragment : to.ToString();
    }
}
