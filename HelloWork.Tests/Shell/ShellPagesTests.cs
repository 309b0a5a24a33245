using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Shell;

namespace HelloWork.Tests.Shell;

public sealed partial class ShellPagesTests(ShellPortal portal) : IClassFixture<ShellPortal>
{
    [Fact]
    public async Task An_unknown_address_answers_404_and_says_where_to_go()
    {
        var (answer, html) = await portal.GetAsync("/nowhere/at/all?x=1");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("ページが見つかりません", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/jobs\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/nowhere/at/all?x=1#main\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_post_keeps_its_status_and_gets_a_page_too()
    {
        var answer = await portal.Client.PostAsync("/test/status/404", new FormUrlEncodedContent([new("a", "b")]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("ページが見つかりません", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page_that_says_what_to_do()
    {
        var answer = await portal.Client.PostAsync("/dev/controls", new FormUrlEncodedContent([new("_handler", "guide")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("もういちど送信してください", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "このページは表示できません")]
    [InlineData(405, "この操作はできません")]
    [InlineData(429, "操作の回数が多すぎます")]
    [InlineData(503, "いまは利用できません")]
    public async Task A_refusal_keeps_its_status_and_gets_a_page(int status, string title)
    {
        var (answer, html) = await portal.GetAsync($"/test/status/{status}");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(title, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "この画面をもういちど開く", "この画面をもう一度開く", "Open this page again")]
    [InlineData(403, "ヘルプデスクにご連絡ください", "ヘルプデスク", "contact the help desk")]
    [InlineData(404, "求人検索からさがしてください", "求人", "Try the job search")]
    [InlineData(410, "いま募集している求人", "いま人を探している求人", "jobs that are open now")]
    [InlineData(413, "ファイルを小さくする", "ファイルを小さくする", "make the file smaller")]
    [InlineData(429, "少し待ってから", "少し", "Wait a little")]
    [InlineData(500, "問い合わせ番号", "番号", "give this number")]
    [InlineData(503, "しばらく待ってから", "しばらく", "Wait a while")]
    public async Task Each_refusal_says_what_to_do_next_in_each_language(int status, string japanese, string easy, string english)
    {
        foreach (var (language, words, home) in new[] { ("ja", japanese, "トップページ"), ("ja-easy", easy, "トップページ"), ("en", english, "Go to the homepage") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, status == 500 ? "/test/throws" : $"/test/status/{status}") { Headers = { { "Cookie", $"hw.lang={language}" }, { "Accept", "text/html" } } };
            var answer = await portal.Client.SendAsync(request);
            var main = Readings().Replace(await answer.Content.ReadAsStringAsync(), "");
            main = main[main.IndexOf("<main", StringComparison.Ordinal)..];

            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Contains(words, main, StringComparison.Ordinal);
            Assert.Contains(home, main, StringComparison.Ordinal);
            Assert.Equal(status is 400 or 413 or 429 or >= 500, main.Contains(status == 500 ? "href=\"/test/throws\"" : $"href=\"/test/status/{status}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_refused_form_leads_back_to_the_page_it_stood_on_and_never_to_another_site()
    {
        foreach (var (referer, leads) in new[] { ($"{portal.Address}/dev/controls?a=1", true), ("https://evil.example/dev/controls?a=1", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/controls") { Content = new FormUrlEncodedContent([new("_handler", "guide")]), Headers = { { "Referer", referer } } };
            var html = await (await portal.Client.SendAsync(request)).Content.ReadAsStringAsync();

            Assert.Equal(leads, html.Contains("href=\"/dev/controls?a=1\"", StringComparison.Ordinal));
            Assert.DoesNotContain("evil.example", html, StringComparison.Ordinal);
        }
        using var crooked = new HttpRequestMessage(HttpMethod.Get, "/test/status/429") { Headers = { { "Referer", $"{portal.Address}//evil.example/" } } };
        Assert.DoesNotContain("\"//evil.example", await (await portal.Client.SendAsync(crooked)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_answers_500_with_a_reference_and_nothing_of_the_inside()
    {
        var (answer, html) = await portal.GetAsync("/test/throws");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Matches("data-reference[^>]*>[0-9A-Za-z:]{12,}<", html);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_forbids_what_is_not_ours()
    {
        var (answer, _) = await portal.GetAsync("/dev/controls");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_page_of_somebody_signed_in_is_kept_nowhere()
    {
        var (answer, _) = await portal.GetAsync("/status/404", "seeker:青木 さん");

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Japanese_goes_out_as_it_is_and_what_is_markup_does_not()
    {
        var (_, html) = await portal.GetAsync("/dev/controls");

        Assert.Contains("ハローワーク ポータル</title>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;月次決算", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_sees_the_job_search_and_the_way_to_sign_in()
    {
        var (_, html) = await portal.GetAsync("/dev/controls");

        Assert.Contains("href=\"/account/login\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/logout", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/seeker\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seeker:青木 さん", "青木 さん（求職者）", "/seeker/requests")]
    [InlineData("employer:株式会社見本製作所", "株式会社見本製作所（求人者）", "/employer/seekers")]
    [InlineData("counselor:小川", "小川（職員）", "/account")]
    [InlineData("provider:見本キャリア", "見本キャリア（利用団体）", "/account")]
    [InlineData("bureau:見本", "見本（労働局）", "/account")]
    public async Task Each_role_sees_its_name_its_menu_and_a_sign_out_with_a_token(string who, string shown, string entry)
    {
        var (_, html) = await portal.GetAsync("/dev/controls", who);

        Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{entry}\"", html, StringComparison.Ordinal);
        var form = html[html.IndexOf("action=\"/account/logout\"", StringComparison.Ordinal)..];
        Assert.Contains("__RequestVerificationToken", form[..form.IndexOf("</form>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_development_there_is_no_style_guide()
    {
        var production = new ShellPortal();
        await production.StartAsync("Production");
        try
        {
            var (answer, html) = await production.GetAsync("/dev/controls");

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("ページが見つかりません", html, StringComparison.Ordinal);
        }
        finally
        {
            await production.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_number_beside_a_menu_entry_says_what_it_counts_and_zero_is_not_shown()
    {
        var counting = new ShellPortal();
        await counting.StartAsync("Development", (_, _) => Task.FromResult(new NavCounts(new Dictionary<string, int>
        {
            ["/employer/applications"] = 3,
            ["/employer/requests"] = 0,
        })));
        try
        {
            var (_, html) = await counting.GetAsync("/dev/controls", "employer:株式会社見本製作所");

            Assert.Matches("href=\"/employer/applications\"[^>]*>応募<span[^>]*><span[^>]*>未対応</span>3</span></a>", html);
            Assert.Matches("href=\"/employer/requests\"[^>]*>直接リクエスト</a>", html);
        }
        finally
        {
            await counting.DisposeAsync();
        }
    }

    [GeneratedRegex("<rt[^>]*>.*?</rt>|</?ruby>|</?span[^>]*>")] private static partial Regex Readings();
}
