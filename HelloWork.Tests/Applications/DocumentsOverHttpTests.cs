using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using HelloWork.Tests.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Applications;

/// <summary>応募書類 as posts without a script, from the first file to the employer's download.</summary>
[Trait("Category", "Slow")]
public sealed partial class DocumentsOverHttpTests : IDisposable
{
    private static readonly string Form = $"/seeker/applications/new/{PortalExchange.Job}";
    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "AP-01")]
    public async Task AFile_IsAddedWithoutLosingWhatWasTyped_Shown_Sent_AndDownloadedAsNothingButAFile()
    {
        var (seeker, employer) = (await _portal.SignedInAsync("seeker01"), await _portal.SignedInAsync("employer01"));

        var refused = await PostAsync(seeker, "経理の経験を\n生かしたいです。", "Stay", ("動く.pdf", "%PDF-1.7 /JavaScript %%EOF"u8.ToArray()));
        var added = await PostAsync(seeker, "経理の経験を\n生かしたいです。", "Stay", ("履歴書.pdf", DocumentFileTests.Pdf), ("写真.png", PictureFileTests.SmallPng));
        var next = await PostAsync(seeker, "経理の経験を\n生かしたいです。", null);

        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("動くしかけ", page, StringComparison.Ordinal);
        Assert.Contains("生かしたいです。</textarea>", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (added.StatusCode, next.StatusCode));
        var confirm = await seeker.GetStringAsync($"{Form}/confirm");
        var document = Regex.Match(confirm, "/seeker/documents/([0-9a-f-]{36})").Groups[1].Value;
        Assert.Contains("履歴書.pdf", confirm, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await employer.GetAsync($"/employer/documents/{document}")).StatusCode);

        var token = Token().Match(confirm).Groups[1].Value;
        var seen = Regex.Match(confirm, """name="Input.Seen" value="([^"]+)""").Groups[1].Value;
        var sent = await seeker.PostAsync($"{Form}/confirm", new FormUrlEncodedContent([new("_handler", "apply"), new("__RequestVerificationToken", token), new("Input.Seen", seen)]));
        var application = Regex.Match(sent.Headers.Location!.ToString(), "applications/([0-9a-f-]{36})").Groups[1].Value;

        var file = await employer.GetAsync($"/employer/documents/{document}");
        Assert.Equal(("application/pdf", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("履歴書.pdf", file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(("nosniff", "default-src 'none'; frame-ancestors 'none'; sandbox"), (file.Headers.GetValues("X-Content-Type-Options").Single(), file.Headers.GetValues("Content-Security-Policy").Single()));
        Assert.True(file.Headers.CacheControl!.NoStore);
        Assert.Equal(DocumentFileTests.Pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Contains($"/employer/documents/{document}", await employer.GetStringAsync($"/employer/applications/{application}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _portal.SignedInAsync("employer02")).GetAsync($"/employer/documents/{document}")).StatusCode);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task AFileFarTooLarge_ComesBackWithTheReason_AndEverythingTyped()
    {
        var seeker = await _portal.SignedInAsync("seeker01");

        var refused = await PostAsync(seeker, "応募します。", null, ("写真.png", new byte[35_000_000]));

        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("「写真.png」：ファイルは1件5MBまでです。小さくしてから付けてください。", page, StringComparison.Ordinal);
        Assert.Contains("応募します。</textarea>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "送信した内容が大きすぎます", "この画面をもういちど開く")]
    [InlineData("en", "What you sent is too large", "Open this page again")]
    [InlineData("ja-easy", "ったものが", "<span>この")]
    public async Task MoreThanAnyFormTakes_AnswersWithAPageThatLeadsBack(string language, string says, string again)
    {
        var visitor = _portal.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", $"hw.lang={language}");
        visitor.DefaultRequestHeaders.Referrer = new Uri($"{_portal.Address}/account/register");

        var answer = await visitor.PostAsync("/account/register", new ByteArrayContent(new byte[31_000_000]) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } });

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Matches($"href=\"/account/register\"[^>]*>[^<]*{again}", page);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task AFile_IsRemovedByItsButton_AndAddingNone_SaysSo()
    {
        var seeker = await _portal.SignedInAsync("seeker01");
        await PostAsync(seeker, "応募します。", "Stay", ("履歴書.pdf", DocumentFileTests.Pdf));
        var document = Regex.Match(await seeker.GetStringAsync(Form), "name=\"Input.Remove\" value=\"([0-9a-f-]{36})").Groups[1].Value;

        var removed = await PostAsync(seeker, "応募します。", $"Remove={document}");
        var none = await PostAsync(seeker, "応募します。", "Stay");

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.DoesNotContain("履歴書.pdf", await seeker.GetStringAsync(Form), StringComparison.Ordinal);
        Assert.Contains("付けるファイルを選んでください", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient seeker, string motivation, string? button, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent("motivation"), "_handler" },
            { new StringContent(Token().Match(await seeker.GetStringAsync(Form)).Groups[1].Value), "__RequestVerificationToken" },
            { new StringContent(motivation), "Input.Motivation" },
        };
        if (button is not null)
            form.Add(new StringContent(button.Contains('=', StringComparison.Ordinal) ? button.Split('=')[1] : "true"), $"Input.{button.Split('=')[0]}");
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "Input.Files", name);
        return await seeker.PostAsync(Form, form);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
}
