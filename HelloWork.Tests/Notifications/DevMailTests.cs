using Bunit;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace HelloWork.Tests.Notifications;

public sealed class DevMailTests : BunitContext
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), "hellowork-tests", Guid.NewGuid().ToString("N"));
    private readonly MailFolder _folder;

    public DevMailTests()
    {
        _folder = new MailFolder(_path, new MailSettings());
        Services.AddPortalControls();
        Services.AddSingleton(_folder);
    }

    protected override void Dispose(bool disposing)
    {
        if (Directory.Exists(_path))
            Directory.Delete(_path, recursive: true);
        base.Dispose(disposing);
    }

    [Fact]
    public async Task Page_InDevelopment_ListsTheNewestFirst_AndShowsOneWithItsLinks()
    {
        Services.AddSingleton<IHostEnvironment>(new Environment(Environments.Development));
        await CarryAsync("古い知らせ", minute: 1);
        await CarryAsync("新しい知らせ", minute: 2);

        var list = Render<DevMail>();
        var links = list.FindAll("td a");
        Assert.Equal(["新しい知らせ", "古い知らせ"], links.Select(a => a.TextContent));

        var letter = Render<DevMail>(p => p.Add(c => c.Name, links[0].GetAttribute("href")!["/dev/mail/".Length..]));
        Assert.Equal("新しい知らせ", letter.Find("h1").TextContent);
        Assert.Equal("https://portal.example.jp/seeker", letter.Find("p.lines a").GetAttribute("href"));
        Assert.Contains("2026-03-22 14:02:00", letter.Markup);
    }

    [Fact]
    public async Task Carry_TheSameMailTwice_LeavesOneFile()
    {
        await CarryAsync("知らせ", 1);
        await CarryAsync("知らせ", 1);

        Assert.Single(_folder.Newest(10));
    }

    [Theory]
    [InlineData("../appsettings")]
    [InlineData("none")]
    public async Task Find_OfANameThatIsNotInTheFolder_FindsNothing(string name)
    {
        await CarryAsync("知らせ", 1);
        await File.WriteAllTextAsync(Path.Combine(_path, "..", "appsettings.eml"), "Date: x\n\n");

        Assert.Null(_folder.Find(name));
    }

    [Fact]
    public async Task Page_OutsideDevelopment_IsNotFound()
    {
        Services.AddSingleton<IHostEnvironment>(new Environment(Environments.Production));
        await CarryAsync("知らせ", 1);
        var notFound = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound = true;

        var page = Render<DevMail>();

        Assert.True(notFound);
        Assert.DoesNotContain("知らせ", page.Find("main, table, div").TextContent);
    }

    private Task CarryAsync(string subject, int minute) => _folder.CarryAsync(new ComposedMail(
        new Guid(minute, 0, 0, new byte[8]), $"<{minute}@portal.example.jp>", "seeker@example.jp", subject, "お知らせです。\n\n次のページをご覧ください。\nhttps://portal.example.jp/seeker\n",
        new DateTime(2026, 3, 22, 5, minute, 0, DateTimeKind.Utc)), CancellationToken.None);

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
