using System.Text.RegularExpressions;
using HelloWork.Tests.Applications;
using HelloWork.Tests.Data;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Live;

/// <summary>The portal is stopped and started again, with the same database and at the same address, while people are at work.</summary>
[Trait("Category", "Browser")]
public sealed class RestartInBrowserTests
{
    private const string Form = "/seeker/applications/new/13010-00000101";

    [SqliteFact]
    public async Task BetweenTypingAndPressing_NothingTypedIsLost_AndAnOpenPageGoesOnHearing()
    {
        var copy = Path.GetTempFileName();
        try
        {
            var before = new PortalHost { LeavesPagesOpen = true };
            var port = new Uri(before.Address).Port;
            var seeker = await (await Person.AtAsync(before)).SignInAsync("seeker01");
            var list = new Person(await seeker.Page.Context.NewPageAsync());
            await list.GoAsync("/seeker/requests");
            await list.SeeAsync("直接リクエストはまだ届いていません");
            await seeker.GoAsync(Form);
            await seeker.FillAsync("志望動機", "月次決算の");
            await Expect(seeker.Page.Locator("[data-draft-state]")).ToContainTextAsync("に自動で保存しました");

            await CopyAsync(before, copy);
            await before.DisposeAsync();
            await seeker.FillAsync("志望動機", "月次決算の経験を生かしたいです。");
            await seeker.PressAsync("応募内容を確認する");
            // The browser's own page says so: until it has come, it would get in the way of the next one.
            await Expect(seeker.Page).ToHaveURLAsync(new Regex("^chrome-error:"));

            await using var after = new PortalHost(new Dictionary<string, string> { ["ConnectionStrings:HelloWork"] = $"Data Source={copy}" }, port);
            await seeker.GoAsync(Form);
            await Expect(seeker.Page.GetByRole(AriaRole.Textbox, new() { Name = "志望動機", Exact = true })).ToHaveValueAsync("月次決算の経験を生かしたいです。");
            await seeker.PressAsync("応募内容を確認する");
            await seeker.SeeAsync("月次決算の経験を生かしたいです。");
            await after.RequestAsync();
            await Expect(list.Page.GetByRole(AriaRole.Row).GetByText("株式会社見本製作所")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task CopyAsync(PortalHost portal, string file)
    {
        File.Delete(file);
        await using var db = await portal.Contexts.CreateDbContextAsync();
        await using var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        await command.ExecuteNonQueryAsync();
    }
}
