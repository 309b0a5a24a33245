using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HelloWork.Tests.Journeys;

/// <summary>From a seeker's report to a provider's removal by two officers, in a real browser, with an accessibility checker on each page.</summary>
[Trait("Category", "Browser")]
public sealed class OversightJourneys : IDisposable
{
    private const string Name = "見本人材紹介株式会社";

    private static readonly string? Looks = Environment.GetEnvironmentVariable("HELLOWORK_LOOKS");

    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "OV-01"), Trait("Rule", "OV-02"), Trait("Rule", "OV-03"), Trait("Rule", "CO-05"), Trait("Rule", "PR-03"), Trait("Rule", "PR-04"), Trait("Rule", "PV-08")]
    public async Task AReport_LeadsToCorrectionAndSuspension_ToConfirmation_AndToRemovalByTwoOfficers()
    {
        var talk = await WrittenAsync();
        var (thread, theirs) = ($"/provision/messages/{talk}", $"/provider/messages/{talk}");
        var seeker = await ArriveAsync("seeker01");
        await seeker.GoAsync(thread);
        await seeker.PressAsync("削除を求める");
        await InDialogAsync(seeker, "削除を求める");
        await seeker.SeeAsync("求職情報の削除を求めました");
        await seeker.FollowAsync("この団体を通報する");
        await seeker.SeeAsync("お客様相談室長 野村");
        await seeker.PressAsync("通報する");
        await seeker.SeeAsync("違反の内容を、一つ選んでください。");
        await LookAsync(seeker, "report");
        await seeker.Page.GetByRole(AriaRole.Radio, new() { Name = "職業紹介とは関係のない案内" }).CheckAsync();
        await seeker.FillAsync("状況", "断ったあとも、化粧品の広告が続けて届きました。");
        await seeker.Page.GetByRole(AriaRole.Checkbox, new() { Name = Name }).First.CheckAsync();
        await seeker.PressAsync("通報する");
        await seeker.SeeAsync("通報を受け付けました（受付番号 C-2603-0001）");
        await LookAsync(seeker, "thread");

        var provider = await ArriveAsync("provider01");
        await provider.GoAsync("/provider/deletions?show=demanded");
        await provider.SeeAsync("求職者からの求め");
        await LookAsync(provider, "deletions");
        await provider.GoAsync(theirs);
        await provider.SeeHeadingAsync("返信する");

        var counselor = await ArriveAsync("counselor01");
        await counselor.GoAsync("/desk/complaints");
        await LookAsync(counselor, "complaints");
        await counselor.FollowAsync("C-2603-0001");
        await counselor.SeeAsync("化粧品の広告");
        await counselor.FillAsync("メモ", "団体に電話で確かめた。");
        await counselor.PressAsync("メモを残す");
        await counselor.SeeAsync("メモを残しました");
        await LookAsync(counselor, "complaint");
        await counselor.PressAsync("是正を要請する");
        await counselor.SeeHeadingAsync("是正要請と利用停止");
        await counselor.PressAsync("是正を要請する");
        await counselor.SeeAsync("是正を求める内容を入力してください。");
        await counselor.FillAsync("是正を求める内容", "広告の送信をやめ、防止策を報告してください。");
        await LookAsync(counselor, "order");
        await counselor.PressAsync("是正を要請する");
        await counselor.SeeHeadingAsync("内容を確かめる");
        await LookAsync(counselor, "order-check");
        await counselor.PressAsync("利用を停止する");
        await counselor.SeeAsync("労働局に引き継ぎました");

        // Nobody reloads: the conversation the provider had open is gone.
        await provider.SeeAsync("いまは、サイトの利用を停止されています");
        await provider.GoAsync("/provider");
        await provider.FollowAsync("是正要請を確かめて回答する");
        await provider.FillAsync("是正の内容", "広告の送信をやめ、担当者に教育をしました。");
        await LookAsync(provider, "received-order");
        await provider.PressAsync("回答を送る");
        await provider.SeeAsync("回答を送りました");

        var officer = await ArriveAsync("bureau01");
        await officer.GoAsync("/bureau");
        await officer.SeeHeadingAsync("労働局のホーム");
        await LookAsync(officer, "bureau");
        await officer.GoAsync("/bureau/violations");
        await LookAsync(officer, "violations");
        await officer.FollowAsync(Name);
        await officer.FollowAsync("対応を終える");
        await LookAsync(officer, "closing");
        await officer.Page.GoBackAsync();
        await officer.PressAsync("停止を確認する");
        await officer.SeeAsync("停止を確認しました");
        await officer.PressAsync("利用を解除する");
        await officer.Page.GetByRole(AriaRole.Radio, new() { Name = "悪質性が高い" }).CheckAsync();
        await officer.FillAsync("説明", "広告を送るために求職情報を使った。");
        await LookAsync(officer, "proposing");
        await officer.PressAsync("解除を提案する");
        await officer.SeeAsync("あなたの提案です。ほかの職員が承認してください。");
        Assert.Equal(0, await officer.Page.GetByRole(AriaRole.Button, new() { Name = "承認する", Exact = true }).CountAsync());

        var second = await ArriveAsync("bureau02");
        await second.GoAsync("/bureau");
        await second.FollowAsync(Name);
        await second.SeeAsync("千代田 京子さんが");
        await LookAsync(second, "record");
        await second.PressAsync("承認する");
        await second.SeeAsync("利用を解除しました");

        await provider.GoAsync(theirs);
        await provider.SeeAsync("サイトの利用が解除されました");
        await provider.FollowAsync("削除する求職情報を確かめる");
        await provider.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await provider.PressAsync("削除の確認へ進む");
        await provider.TickAsync("手元の記録、印刷したもの、共有した先も含めて、すべて削除しました");
        await LookAsync(provider, "deletion-confirm");
        await provider.PressAsync("削除したことを確認する");
        await provider.SeeAsync("1件の削除を確認しました");
        await seeker.GoAsync(thread);
        await seeker.SeeAsync("削除済み");
        await LookAsync(seeker, "thread-deleted");
    }

    private async Task<Person> ArriveAsync(string userId) => await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync(userId);

    private static Task InDialogAsync(Person person, string button) => person.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task LookAsync(Person person, string where)
    {
        if (Looks is not null)
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(Looks, "oversight", $"{where}-{person.Page.ViewportSize!.Width}.png"), FullPage = true });
        await person.Page.AssertInOrderAsync(where);
    }

    /// <summary>provider01 has opened seeker01's profile and written.</summary>
    private async Task<ConversationId> WrittenAsync()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        var member = await db.ProviderMembers.SingleAsync(m => db.Users.Any(a => a.Id == m.AccountId && a.UserName == "provider01"));
        var provider = new ProviderActor(member.AccountId, member.ProviderId);
        var seeker = await db.Seekers.SingleAsync(s => db.Users.Any(a => a.Id == s.AccountId && a.UserName == "seeker01"));
        await scope.ServiceProvider.GetRequiredService<SearchProvidedSeekers>().RunAsync(new SearchProvidedSeekers.Query(provider) { Words = "経理事務、総務事務", Size = 50 }, default);
        var number = await db.SeekerAliases.Where(a => a.ProviderId == provider.Provider && a.SeekerId == seeker.Id).Select(a => a.Number).SingleAsync();
        await scope.ServiceProvider.GetRequiredService<OpenProvidedProfile>().RunAsync(new(provider, number), default);
        await scope.ServiceProvider.GetRequiredService<SendGuidance>().RunAsync(new(provider, [number], "経理のお仕事のご案内", "月次決算のご経験を拝見しました。千代田区の経理の求人があります。"), default);
        return (await db.Conversations.SingleAsync(c => c.SeekerId == seeker.Id)).Id;
    }
}
