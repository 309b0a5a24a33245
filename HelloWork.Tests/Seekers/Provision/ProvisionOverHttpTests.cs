using System.Net;
using System.Text.Json;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers.Provision;

/// <summary>The provision site as a browser without JavaScript sees it, through the real middleware.</summary>
[Trait("Category", "Slow")]
public sealed class ProvisionOverHttpTests : IDisposable
{
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "PV-03")]
    public async Task WithoutJavaScript_EveryStepIsSavedReviewedAndPublished()
    {
        var seeker = await _portal.SignedInAsync("seeker01");

        await ExpectAsync(seeker, "/provision/profile/work", "/provision/profile/place", ("Input.WishedWork", "翻訳の仕事"), ("Input.OccupationCodes", "038-01"), ("Input.Style", "PartTime"), ("Input.Go", "next"));
        await ExpectAsync(seeker, "/provision/profile/place", "/provision/profile/place?pref=14#AddMunicipality", ("Input.Places", "13/13101"), ("Input.AddPrefecture", "14"), ("Input.Go", "cities"));
        Assert.Contains("横浜市鶴見区", await seeker.GetStringAsync("/provision/profile/place?pref=14"));
        await ExpectAsync(seeker, "/provision/profile/place?pref=14", "/provision/profile/place?add=true#AddPrefecture",
            ("Input.Places", "13/13101"), ("Input.AddPrefecture", "14"), ("Input.AddMunicipality", "14103"), ("Input.WishedMonthlyIncome", "25万円"), ("Input.Go", "add:AddPrefecture"));
        Assert.Contains("神奈川県横浜市西区", await seeker.GetStringAsync("/provision/profile/place"));
        await ExpectAsync(seeker, "/provision/profile/career", "/provision/profile/education", ("Input.PastWork[0].Work", "翻訳"), ("Input.PastWork[0].Years", "3"), ("Input.Go", "back"));
        await ExpectAsync(seeker, "/provision/profile/appeal", "/provision/profile/review", ("Input.Appeal", "正確に訳します。"), ("Input.Go", "next"));
        var review = await seeker.GetStringAsync("/provision/profile/review");
        await ExpectFormAsync(seeker, "/provision/profile/review", "/provision?done=published", "publish", ("Input.Reviewed", Reviewed(review)));

        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var id = SeekerOf(db, "seeker01");
        var statement = (await db.SeekerProfiles.SingleAsync(p => p.SeekerId == id)).Statement;
        Assert.Equal(("翻訳の仕事", WorkingStyle.PartTime, 250_000, "正確に訳します。"), (statement.WishedWork, statement.Style, statement.WishedMonthlyIncome, statement.Appeal));
        Assert.Equal([new("13", "13101"), new("14", "14103")], statement.Places);
        Assert.Equal([new PastWork("翻訳", 36)], statement.PastWork);
        Assert.Contains("公開しました", await seeker.GetStringAsync("/provision?done=published"));
    }

    [Fact, Trait("Rule", "PV-03")]
    public async Task Step_WithANumberThatIsNone_ComesBackWithWhatWasTypedAndHowToMendIt()
    {
        var seeker = await _portal.SignedInAsync("seeker01");

        var answer = await PortalHost.PostFormAsync(seeker, "/provision/profile/place", "statement", ("Input.WishedMonthlyIncome", "応相談"), ("Input.OtherWishes", "書いたもの"), ("Input.Go", "next"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("希望月収の「応相談」を読み取れません", page);
        Assert.Contains("value=\"応相談\"", page);
        Assert.Contains("書いたもの", await seeker.GetStringAsync("/provision/profile/place"));
    }

    [Fact, Trait("Rule", "PV-04")]
    public async Task Autosave_KeepsTheStep_AndThePreviewMarksWhatIdentifies()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        var token = await TokenAsync(seeker);

        var saved = await seeker.PostAsync("/provision/profile/appeal/draft", Form(token, ("Input.Appeal", "電話 090-1234-5678")));
        var refused = await seeker.PostAsync("/provision/profile/appeal/draft", Form("", ("Input.Appeal", "偽の送信")));
        var half = await seeker.PostAsync("/provision/profile/place/draft", Form(token, ("Input.WishedMonthlyIncome", "二十万")));
        var preview = await seeker.GetStringAsync("/provision/profile/appeal/preview");

        Assert.True(JsonDocument.Parse(await saved.Content.ReadAsStringAsync()).RootElement.GetProperty("whole").GetBoolean());
        Assert.False(JsonDocument.Parse(await half.Content.ReadAsStringAsync()).RootElement.GetProperty("whole").GetBoolean());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("<mark>090-1234-5678", preview);
        Assert.DoesNotContain("<html", preview);
    }

    [Fact, Trait("Rule", "PV-06")]
    public async Task Conditions_AreCountedBeforeAndKeptAfterSaving()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        var token = await TokenAsync(seeker);

        var count = await (await seeker.PostAsync("/provision/conditions/count", Form(token, ("Input.Prefectures", "13"), ("Input.PrivacyMarkOnly", "true")))).Content.ReadAsStringAsync();
        await ExpectFormAsync(seeker, "/provision/conditions", "/provision/conditions?saved=1", "conditions", ("Input.Prefectures", "13"), ("Input.PrivacyMarkOnly", "true"));

        Assert.Contains("<strong>1</strong>", count);
        Assert.Contains("受信条件を保存しました", await seeker.GetStringAsync("/provision/conditions?saved=1"));
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        Assert.Equal([(HandlingKind.Prefecture, "13")], (await db.ReceiveConditionCodes.ToListAsync()).Select(c => (c.Kind, c.Code)));
    }

    [Fact, Trait("Rule", "PV-07")]
    public async Task Stop_EndsItAtOnce_AndTheHomeSaysHowToStartAgain()
    {
        var seeker = await _portal.SignedInAsync("seeker01");

        await ExpectFormAsync(seeker, "/provision/stop", "/provision?done=stopped", "stop", []);

        var home = await seeker.GetStringAsync("/provision?done=stopped");
        Assert.Contains("提供を停止しました", home);
        Assert.Contains("href=\"/provision/register\"", home);
        Assert.Contains("href=\"/provision/messages\"", home);
    }

    [Fact, Trait("Rule", "PV-02")]
    public async Task Counselor_FindsTheRecordByItsNumberAndChangesTheChoice_AndNobodyElseGetsThere()
    {
        var counselor = await _portal.SignedInAsync("counselor01");
        var record = $"/desk/seekers/{await RegistrationAsync("13010-00000001")}";

        await ExpectFormAsync(counselor, "/desk/seekers", record, "number", ("ByNumber.Number", "13010-00000001"));
        Assert.Contains("青木 花子", await counselor.GetStringAsync(record));
        await ExpectFormAsync(counselor, record, $"{record}?done=choice", "choice", ("Input.Choice", "Neither"));
        Assert.Equal(HttpStatusCode.NotFound, (await counselor.GetAsync($"/desk/seekers/{Guid.NewGuid()}")).StatusCode);

        var seeker = await _portal.SignedInAsync("seeker01");
        Assert.Contains("どちらの団体にも提供していません", await seeker.GetStringAsync("/provision"));
        Assert.Equal(HttpStatusCode.Forbidden, (await seeker.GetAsync(record)).StatusCode);
    }

    [Fact, Trait("Rule", "PV-01")]
    public async Task SeekerWithoutTheService_IsToldAndCanSaveNothing()
    {
        var seeker = await _portal.SignedInAsync("seeker04");
        var page = await seeker.GetStringAsync("/provision");

        Assert.Contains("利用の希望が、まだハローワークに伝えられていません", page);
        Assert.Equal("/provision", Path(await seeker.GetAsync("/provision/profile/work")));
    }

    private async Task<SeekerRegistrationId> RegistrationAsync(string number)
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        return await db.SeekerRegistrations.Where(r => r.Number == RegistrationNumber.Parse(number)).Select(r => r.Id).SingleAsync();
    }

    private static Task ExpectAsync(HttpClient visitor, string path, string leadsTo, params (string, string)[] fields) => ExpectFormAsync(visitor, path, leadsTo, "statement", fields);

    private static async Task ExpectFormAsync(HttpClient visitor, string path, string leadsTo, string form, params (string, string)[] fields)
    {
        var answer = await PortalHost.PostFormAsync(visitor, path, form, fields);
        Assert.Equal((HttpStatusCode.Redirect, leadsTo), (answer.StatusCode, Path(answer)));
    }

    private static string? Path(HttpResponseMessage answer) => answer.Headers.Location is { } to ? new Uri(new Uri("http://portal"), to) is var whole ? whole.PathAndQuery + whole.Fragment : null : null;

    private static string Reviewed(string page) => System.Text.RegularExpressions.Regex.Match(page, "name=\"Input.Reviewed\" value=\"([^\"]+)\"").Groups[1].Value;

    private static async Task<string> TokenAsync(HttpClient visitor) =>
        System.Text.RegularExpressions.Regex.Match(await visitor.GetStringAsync("/provision/profile/work"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

    private static FormUrlEncodedContent Form(string token, params (string Name, string Value)[] fields) =>
        new(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));

    private static SeekerId SeekerOf(HelloWork.Domain.Data.HelloWorkDbContext db, string userId) =>
        db.Seekers.Join(db.Users.Where(u => u.UserName == userId), s => s.AccountId, u => (Guid?)u.Id, (s, _) => s.Id).Single();
}
