using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Domain.Messaging;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Messaging;

/// <summary>From the search to the result and the follow-up, as a browser without JavaScript does it.</summary>
public sealed partial class GuidanceOverHttpTests(GuidanceOverHttpTests.Portal fixture) : IClassFixture<GuidanceOverHttpTests.Portal>
{
    private const string Subject = "経理のご経験を生かせる求人のご案内";
    private readonly PortalHost _portal = fixture.Host;

    [Fact, Trait("Rule", "MS-01"), Trait("Rule", "MS-02"), Trait("Rule", "MS-06")]
    public async Task Choose_Compose_Confirm_Send_AndPressingAgain_SendsOnce_ThenFollowUp()
    {
        using var provider = await _portal.SignedInAsync("provider01");
        var numbers = Chosen().Matches(await provider.GetStringAsync("/provider/seekers")).Select(m => m.Groups[1].Value).Take(2).ToList();
        Assert.Equal(2, numbers.Count);
        var composer = $"/provider/guidance/new?to={numbers[0]}&to={numbers[1]}";

        var caught = await PostAsync(provider, composer, "guidance", ("Input.To", numbers[0]), ("Input.To", numbers[1]), ("Input.Subject", Subject), ("Input.Body", "<b>お電話</b>は 090-1234-5678 へ"));
        Assert.Equal(HttpStatusCode.OK, caught.StatusCode);
        var kept = await caught.Content.ReadAsStringAsync();
        Assert.Contains("<mark>090-1234-5678</mark>", Blanks().Replace(kept, ""));
        Assert.Contains("&lt;b&gt;お電話&lt;/b&gt;", kept);

        var nobody = await (await PostAsync(provider, composer, "guidance", ("Input.Subject", Subject), ("Input.Body", "はじめてご連絡します。"))).Content.ReadAsStringAsync();
        Assert.Contains("送る相手を1人以上選んでください", nobody);
        Assert.Contains("はじめてご連絡します。", nobody);

        var composed = await PostAsync(provider, composer, "guidance", ("Input.To", numbers[0]), ("Input.To", numbers[1]), ("Input.Subject", Subject), ("Input.Body", "はじめてご連絡します。"));
        var confirm = $"/provider/guidance/new/confirm?to={numbers[0]}&to={numbers[1]}";
        Assert.EndsWith(confirm, Address(composed));
        var page = await provider.GetStringAsync(confirm);
        Assert.Contains("2025年度の就職者数 412人", page);
        (string, string)[] sending = [("Input.Shown", Hidden("Shown", page)), ("Input.To", Hidden("To", page))];
        var sent = await PostAsync(provider, confirm, "send", sending);
        Assert.Contains($"/provider/guidance/sent?to={numbers[0]}&to={numbers[1]}", Address(sent));
        var result = await provider.GetStringAsync(Address(sent));
        Assert.Contains("2人に案内を送りました", result);

        using var again = await RepeatAsync(provider, "/provider/guidance/new?to=" + numbers[0], confirm, "send", sending);
        Assert.Equal(Address(sent), Address(again));
        Assert.EndsWith($"/provider/guidance/new?to={numbers[0]}&to={numbers[1]}", Address(await provider.GetAsync(confirm)));

        var thread = Thread().Match(result).Groups[1].Value;
        var refused = await PostAsync(provider, thread, "reply", ("Input.Key", Guid.NewGuid().ToString()), ("Input.Body", "entry@mihon.example.jp へどうぞ"));
        Assert.Contains("メールアドレスと思われる文字があります", await refused.Content.ReadAsStringAsync());
        var followed = await PostAsync(provider, thread, "reply", ("Input.Key", Guid.NewGuid().ToString()), ("Input.Body", "求人が1件増えました。"));
        Assert.Contains("sent=1", Address(followed));
        Assert.Contains("求人が1件増えました。", await provider.GetStringAsync(Address(followed)));

        await using var db = await _portal.Contexts.CreateDbContextAsync();
        Assert.Equal((2, 3), (await db.Conversations.CountAsync(), await db.Messages.CountAsync()));
        Assert.Equal(1, await db.Messages.CountAsync(m => m.Kind == MessageKind.FollowUp));
    }

    [Fact, Trait("Rule", "PR-01")]
    public async Task TheBureau_AdmitsAProvider_WithSeveralRegions()
    {
        using var officer = await _portal.SignedInAsync("bureau01");

        var admitted = await PostAsync(officer, "/bureau/providers", "admit", ("Input.Licence", "14-ム-000123"), ("Input.Kind", "FreeAgency"), ("Input.Name", "見本無料紹介所"), ("Input.About", "横浜市"),
            ("Input.Prefectures", "13"), ("Input.Prefectures", "14"), ("Input.Occupations", "03"), ("Input.Terms", "true"));

        Assert.Equal(HttpStatusCode.Redirect, admitted.StatusCode);
        var page = await officer.GetStringAsync(Address(admitted));
        Assert.Contains("14-ム-000123の承諾を記録しました", page);
        Assert.Contains("地域：東京都、神奈川県", page);
    }

    [Theory]
    [InlineData("employer01", "/provider"), InlineData("seeker01", "/provider/seekers"), InlineData("provider01", "/bureau/providers"), InlineData("provider01", "/employer")]
    public async Task PagesOfAnotherRole_AreForbidden(string who, string path)
    {
        using var visitor = await _portal.SignedInAsync(who);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task AnotherProvidersConversationAndNumber_AreNotFound()
    {
        using var provider = await _portal.SignedInAsync("provider02");

        Assert.Equal(HttpStatusCode.NotFound, (await provider.GetAsync($"/provider/messages/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await provider.GetAsync("/provider/seekers/T-0000-0001")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await provider.GetAsync("/provider/seekers/K-2047-7301")).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient visitor, string path, string form, params (string, string)[] fields) => PortalHost.PostFormAsync(visitor, path, form, fields);

    /// <summary>The token of any page of the session goes with it, as the form itself isn't shown any more.</summary>
    private static async Task<HttpResponseMessage> RepeatAsync(HttpClient visitor, string shown, string path, string form, (string Name, string Value)[] fields)
    {
        var token = Token().Match(await visitor.GetStringAsync(shown)).Groups[1].Value;
        return await visitor.PostAsync(path, new FormUrlEncodedContent(fields.Append(("_handler", form)).Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    private static string Address(HttpResponseMessage answer) => answer.Headers.Location is { } at ? (at.IsAbsoluteUri ? at.PathAndQuery : at.OriginalString) : $"{answer.StatusCode}";

    private static string Hidden(string name, string page) => Regex.Match(page, $"name=\"Input.{name}\" value=\"([^\"]+)\"").Groups[1].Value;

    [GeneratedRegex("""name="to" value="(T-[0-9]{4}-[0-9]{4})""")] private static partial Regex Chosen();
    [GeneratedRegex("""href="(/provider/messages/[0-9a-f-]{36})""")] private static partial Regex Thread();
    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
    [GeneratedRegex(@"\s+")] private static partial Regex Blanks();

    public sealed class Portal : IDisposable
    {
        public PortalHost Host { get; } = new();

        public void Dispose() => Host.Dispose();
    }
}
