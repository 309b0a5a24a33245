using Microsoft.Playwright;

namespace HelloWork.Tests.Support;

/// <summary>What looks at pages sees what it is for.</summary>
[Trait("Category", "Browser")]
public sealed class PageInOrderTests(PageInOrderTests.Window window) : IClassFixture<PageInOrderTests.Window>
{
    [Theory]
    [InlineData("<img src='x.png'>", "image-alt")]
    [InlineData("<p style='width: 2000px'>広い</p>", "too wide")]
    [InlineData("<p style='width: 700px'>電話より広い</p>", "at 360 px")]
    [InlineData("<p style='width: 45rem'>大きな文字では広い</p>", "with letters twice as large, 160 px too wide")]
    [InlineData("<p style='height: 1.6rem; font-size: 20px; overflow: hidden'>大きな<br>文字</p>", "cut off")]
    [InlineData("<div style='overflow: hidden; height: 40px'><p style='margin: 0; font-size: 1.5rem'>切れる</p></div>", "with letters twice as large, cut off")]
    [InlineData("<a href='#main' tabindex='2'>先に</a>", "keyboard's order")]
    [InlineData("<div style='display: flex; flex-direction: row-reverse'><a href='#main'>一</a><a href='#main'>二</a></div>", "keyboard's order")]
    [InlineData("<button style='border: 0; background: #036; color: #fff'>ふちなし</button>", "without an edge")]
    public async Task AFaultOnAPage_IsFoundAndNamed(string fault, string named)
    {
        await window.Page.SetContentAsync(Markup(fault));

        Assert.Contains(await window.Page.FaultsAsync("here"), found => found.StartsWith("here", StringComparison.Ordinal) && found.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<img src='x.png'>", "image-alt")]
    [InlineData("<p style='width: 700px'>電話より広い</p>", "at 360 px")]
    [InlineData("<a href='#main' tabindex='2'>先に</a>", "keyboard's order")]
    public async Task AFaultOfAStep_IsFoundWithoutItsColours(string fault, string named)
    {
        await window.Page.SetContentAsync(Markup($"{fault}<p style='color: #ccc; background: #fff'>うすい</p>"));

        var faults = await window.Page.FaultsAsync("step", isStep: true);

        Assert.Contains(faults, found => found.Contains(named, StringComparison.Ordinal));
        Assert.DoesNotContain(faults, found => found.Contains("color-contrast", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APageInOrder_HasNone()
    {
        await window.Page.SetContentAsync(Markup("<p>本文</p><button>送信する</button>"));

        Assert.Empty(await window.Page.FaultsAsync("here"));
    }

    private static string Markup(string content) =>
        $"<!DOCTYPE html><html lang='ja'><head><title>題</title><meta name='viewport' content='width=device-width'></head><body style='margin: 0'><main id='main'><h1>見出し</h1>{content}</main></body></html>";

    public sealed class Window : IAsyncLifetime
    {
        public IPage Page { get; private set; } = null!;

        public async Task InitializeAsync() => Page = await Browser.OpenAsync("http://localhost");

        public Task DisposeAsync() => Page.Context.CloseAsync();
    }
}
