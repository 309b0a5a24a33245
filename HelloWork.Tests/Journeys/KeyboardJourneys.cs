using HelloWork.Tests.Applications;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Journeys;

/// <summary>What people come for, with the keyboard alone; a tenth is in Counselling. The accessibility statement counts them.</summary>
[Trait("Category", "Browser"), Trait("Journey", "Keyboard")]
public sealed class KeyboardJourneys(KeyboardJourneys.Portal fixture) : IClassFixture<KeyboardJourneys.Portal>, IAsyncLifetime
{
    private const string Password = "朝は五時に起きて川まで歩く習慣です";
    private readonly PortalHost _portal = fixture.Host;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(_portal.Address);

    [Fact]
    public async Task AVisitor_SearchesAndReadsAJob()
    {
        var visitor = await AtTheKeyboard.ArriveAsync(_portal, "/");
        await visitor.TypeAsync("フリーワード", "経理");
        await visitor.PressAsync("検索する");
        await visitor.Page.ArrivesAtAsync(@"/jobs\?");
        await visitor.FollowFirstAsync("/jobs/13010-");
        await visitor.SeeAsync("仕事の内容");
    }

    [EveryLookFact, Trait("Rule", "PV-01")]
    public async Task ASeeker_OpensAnAccountOfTheProvisionSite()
    {
        var seeker = await AtTheKeyboard.ArriveAsync(_portal, "/provision/register");
        await seeker.TypeAsync("求職番号", "13010-00000006");
        await seeker.TypeAsync("年", "1990");
        await seeker.TypeAsync("月", "4");
        await seeker.TypeAsync("日", "1");
        await seeker.TypeAsync("メールアドレス", "sora@example.jp");
        await seeker.TypeAsync("パスワード", Password);
        await seeker.TypeAsync("パスワード（確認）", Password);
        await seeker.TickAsync("利用規約に同意します");
        await seeker.PressAsync("登録する");
        await seeker.SeeHeadingAsync("メールをお送りします");
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task ASeeker_AppliesToAJob()
    {
        var seeker = await AtTheKeyboard.SignInAsync(_portal, "seeker02");
        await seeker.Page.GotoAsync("/jobs/13010-00000101");
        await seeker.FollowAsync("オンライン自主応募をする");
        await seeker.TypeAsync("志望動機", "月次決算の経験を生かしたいと考えました。");
        await seeker.PressAsync("応募内容を確認する");
        await seeker.SeeHeadingAsync("応募内容の確認");
        await seeker.PressAsync("応募する");
        await seeker.SeeAsync("応募しました");
    }

    [Fact, Trait("Rule", "DR-05")]
    public async Task AnEmployer_AsksASeeker()
    {
        var employer = await AtTheKeyboard.SignInAsync(_portal, "employer01");
        await employer.Page.GotoAsync("/employer/seekers/K-2047-7302");
        await employer.FollowAsync("直接リクエストを作成する");
        await employer.ChooseAsync("求人", "13010-00000102");
        await employer.TypeAsync("メッセージ", "ご経験を拝見し、ご連絡しました。応募をご検討ください。");
        await employer.TickAsync("注意事項を確認しました");
        await employer.PressAsync("確認画面へ");
        await employer.PressAsync("送信する");
        await employer.Page.ArrivesAtAsync("/sent/");
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task ASeeker_DeclinesARequest()
    {
        var request = await _portal.RequestAsync();
        var seeker = await AtTheKeyboard.SignInAsync(_portal, "seeker01");
        await seeker.Page.GotoAsync($"/seeker/requests/{request}");
        await seeker.PressAsync("辞退する");
        await seeker.PressInDialogAsync("辞退する");
        await seeker.SeeAsync("辞退しました");
    }

    [EveryLookFact, Trait("Rule", "PV-06")]
    public async Task ASeeker_SetsTheConditionsForMessages()
    {
        var seeker = await AtTheKeyboard.SignInAsync(_portal, "seeker01");
        await seeker.Page.GotoAsync("/provision/conditions");
        await seeker.TickAsync("プライバシーマークを保有する団体に限る");
        await seeker.PressAsync("保存する");
        await seeker.SeeAsync("受信条件を保存しました");
    }

    [EveryLookFact, Trait("Rule", "PV-07")]
    public async Task ASeeker_StopsTheProvision()
    {
        var seeker = await AtTheKeyboard.SignInAsync(_portal, "seeker03");
        await seeker.Page.GotoAsync("/provision/stop");
        await seeker.PressAsync("提供を停止する");
        await seeker.PressInDialogAsync("停止する");
        await seeker.SeeAsync("提供を停止しました");
    }

    [EveryLookFact, Trait("Rule", "MS-06")]
    public async Task AProvider_WritesGuidance()
    {
        var provider = await AtTheKeyboard.SignInAsync(_portal, "provider01");
        await provider.Page.GotoAsync("/provider/seekers");
        await provider.FollowFirstAsync("/provider/seekers/");
        await provider.FollowAsync("案内メッセージを作成する");
        await provider.TypeAsync("件名", "ご経験を生かせる求人のご案内");
        await provider.TypeAsync("本文", "はじめてご連絡します。ご希望にあう求人があります。");
        await provider.PressAsync("確認画面へ");
        await provider.PressAsync("送信する");
        await provider.SeeAsync("1人に案内を送りました");
    }

    [EveryLookFact, Trait("Rule", "JO-01")]
    public async Task AnEmployer_BeginsAJobOffer()
    {
        var employer = await AtTheKeyboard.SignInAsync(_portal, "employer01");
        await employer.Page.GotoAsync("/employer/jobs/new");
        await employer.PressAsync("次へ進む");
        await employer.PressAsync("次へ進む");
        await employer.PressAsync("次へ進む");
        await employer.SeeAsync("職種を入力してください");
        await employer.TypeAsync("職種", "倉庫の入出荷管理");
        await employer.TypeAsync("仕事の内容", "入荷した部品の検品と棚入れ、出荷の準備をします。");
        await employer.ChooseAsync("受動喫煙対策", "あり（屋内禁煙）");
        await employer.PressAsync("次へ進む");
        await employer.SeeHeadingAsync("賃金・手当");
    }

    public sealed class Portal : IDisposable
    {
        public PortalHost Host { get; } = new();

        public void Dispose() => Host.Dispose();
    }
}
