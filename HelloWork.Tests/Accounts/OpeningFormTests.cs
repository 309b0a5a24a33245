using Bunit;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Hosting;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Accounts;

public sealed class OpeningFormTests : BunitContext, IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        AddAuthorization();
        Services.AddPortalControls().AddHelloWorkVerbs();
        Services.AddSingleton<TimeProvider>(_clock).AddSingleton<IDbContextFactory<HelloWorkDbContext>>(_database).AddSingleton(GivenAccounts.Hasher)
            .AddSingleton<PasswordGate>().AddScoped<CurrentActor>().AddSingleton<AntiforgeryStateProvider, NoToken>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    public static TheoryData<string> Wordings
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var refusal in Enum.GetValues<KeyRefusal>())
            {
                data.Add($"Key.Refused.{refusal}");
                data.Add($"Email.Key.{refusal}");
            }
            foreach (var refusal in Enum.GetValues<OpeningRefusal>())
                data.Add($"Register.Refused.{refusal}");
            foreach (var refusal in Enum.GetValues<ReissueRefusal>())
                data.Add($"Reissue.Refused.{refusal}");
            foreach (var refusal in Enum.GetValues<ReissuePasswordRefusal>())
                data.Add($"ResetKey.Refused.{refusal}");
            foreach (var refusal in Enum.GetValues<SecondFactorRefusal>())
                data.Add($"Second.Refused.{refusal}");
            foreach (var refusal in Enum.GetValues<EmailRefusal>())
                data.Add($"Email.Refused.{refusal}");
            foreach (var refusal in Enum.GetValues<OpenServiceRefusal>())
                data.Add($"Service.Refused.{refusal}");
            return data;
        }
    }

    [Theory, MemberData(nameof(Wordings))]
    public void EveryRefusal_HasItsWords(string key) =>
        Assert.False(Services.GetRequiredService<IStringLocalizer<AccountsText>>()[key].ResourceNotFound, key);

    [Theory, Trait("Rule", "AC-01"), Trait("Rule", "PV-01")]
    [InlineData(SeekerServices.MyPage, "/account/terms")]
    [InlineData(SeekerServices.Provision, "/provision/terms")]
    public void Form_HasTheNamesOfTheContract_AndLeadsToItsTerms(SeekerServices service, string terms)
    {
        var form = Render<SeekerOpening>(p => p.Add(x => x.Service, service));

        var labels = form.FindAll("label").Select(l => l.TextContent.Trim()).ToList();
        foreach (var name in new[] { "求職番号", "年", "月", "日", "メールアドレス", "パスワード", "パスワード（確認）", "利用規約に同意します" })
            Assert.Single(labels, name);
        Assert.Equal("登録する", form.Find("form button[type=submit]").TextContent);
        Assert.NotNull(form.Find($"a[href='{terms}']"));
    }

    [Fact, Trait("Rule", "AC-01")]
    public void Form_SentEmpty_NamesEveryFieldAndTheWayOut()
    {
        var form = Render<SeekerOpening>(p => p.Add(x => x.Service, SeekerServices.MyPage));

        form.Find("form").Submit();

        var alert = form.Find("[role=alert]");
        Assert.Equal(5, alert.QuerySelectorAll("a").Length);
        Assert.All(form.FindAll("[aria-invalid=true]"), field => Assert.NotNull(form.Find($"#{field.Id}-e, #{field.Id!.Split('-')[0]}-e")));
    }

    [Fact, Trait("Rule", "AC-02")]
    public void Countdown_SaysTheTimeLeftInWords_WithoutAScript()
    {
        var countdown = Render<KeyCountdown>(p => p.Add(x => x.Left, TimeSpan.FromSeconds(29 * 60 + 9.2)).Add(x => x.Until, new DateTime(2026, 3, 22, 5, 35, 0, DateTimeKind.Utc)));

        Assert.Equal("あと29分10秒", countdown.Find("[role=timer]").TextContent);
        Assert.Equal("1750", countdown.Find("[role=timer]").GetAttribute("data-countdown"));
        Assert.Contains("14時35分0秒", countdown.Markup);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0", "WindowsのEdge")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "iPhoneのSafari")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "LinuxのFirefox")]
    [InlineData("", "不明な端末")]
    public void Devices_AreSaidInWords(string agent, string words) => Assert.Equal(words, DeviceWords.Of(agent, Services.GetRequiredService<IStringLocalizer<AccountsText>>()));

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
