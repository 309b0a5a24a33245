using Bunit;
using HelloWork.Blazor.Providers;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Providers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Providers;

public sealed class AdmitProviderTests : SignedInPageContext
{
    private BureauActor _officer = null!;

    protected override async Task SignInAsync()
    {
        var account = new Account("bureau-1", Role.BureauOfficer, "西 直子", null, Clock.UtcNow());
        account.Activate(Clock.UtcNow());
        await using var db = Database.CreateDbContext();
        db.Add(account);
        await db.SaveChangesAsync();
        _officer = new BureauActor(account.Id);
        SignIn(RoleNames.BureauOfficer, account.Id);
    }

    [Fact, Trait("Rule", "PR-01")]
    public async Task Admit_KeepsAllThatIsAskedFor_AndIsRecorded()
    {
        var result = await AdmitAsync(new(_officer, "１３－ユ－３００００９", ProviderKind.PaidAgency, " 見本紹介株式会社 ", "東京都千代田区。", new Handling(["13"], ["E"], ["03"]), "10820001(05)", TermsAccepted: true));

        Assert.Empty(result.Faults);
        await using var db = Database.CreateDbContext();
        var provider = await db.Providers.Include(p => p.Handling).SingleAsync(p => p.Id == result.Admitted!.Value);
        Assert.Equal(("13-ユ-300009", ProviderKind.PaidAgency, ProviderGroup.PrivateAgencies, "見本紹介株式会社", "10820001(05)"), (provider.Licence.Value, provider.Kind, provider.Group, provider.Name, provider.PrivacyMark!.Value.Value));
        Assert.Equal((Clock.UtcNow(), Clock.UtcNow()), (provider.TermsAcceptedAt, provider.AdmittedAt));
        Assert.Equal(["13", "E", "03"], provider.Handling.OrderBy(h => h.Kind).Select(h => h.Code));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Act == nameof(AdmitProvider) && a.AccountId == _officer.Account));
    }

    [Theory, Trait("Rule", "PR-01")]
    [InlineData(ProviderKind.LocalGovernment), InlineData(ProviderKind.NurseCentre), InlineData(ProviderKind.WelfareCentre), InlineData(ProviderKind.NurseryCentre)]
    public async Task Admit_CountsTheCentresAmongTheLocalGovernments(ProviderKind kind)
    {
        var result = await AdmitAsync(Whole() with { Kind = kind });

        await using var db = Database.CreateDbContext();
        Assert.Equal(ProviderGroup.LocalGovernments, (await db.Providers.SingleAsync(p => p.Id == result.Admitted!.Value)).Group);
    }

    [Fact, Trait("Rule", "PR-01")]
    public async Task Admit_WithEverythingWrong_NamesEachFault_AndNothingIsKept()
    {
        var result = await AdmitAsync(new(_officer, "13-300009", default, " ", new string('長', 501), new Handling(["99"], [], []), "あり", TermsAccepted: false));

        Assert.Equal([AdmissionFault.LicenceMalformed, AdmissionFault.KindMissing, AdmissionFault.NameMissingOrTooLong, AdmissionFault.AboutTooLong, AdmissionFault.HandlingUnknown,
            AdmissionFault.PrivacyMarkMalformed, AdmissionFault.TermsNotAccepted], result.Faults);
        await using var db = Database.CreateDbContext();
        Assert.Equal(0, await db.Providers.CountAsync());
    }

    [Fact, Trait("Rule", "PR-01")]
    public async Task Admit_PressedTwice_LeavesNoDraft_ButAnotherProviderWithThatNumberDoes()
    {
        Task SaveAsync() => new SaveFormDraft(Database, Clock).RunAsync(new(_officer.Account, DraftForm.Admission, "", new(new Dictionary<string, IReadOnlyList<string>> { ["Input.Name"] = ["見本紹介株式会社"] })), default);
        await AdmitAsync(Whole());
        await SaveAsync();
        Assert.Equal([AdmissionFault.AlreadyAdmitted], (await AdmitAsync(Whole())).Faults);
        await using var db = Database.CreateDbContext();
        Assert.Equal(0, await db.FormDrafts.CountAsync());

        await SaveAsync();
        Assert.Equal([AdmissionFault.AlreadyAdmitted], (await AdmitAsync(Whole() with { Name = "よその紹介株式会社" })).Faults);
        Assert.Equal(1, await db.FormDrafts.CountAsync());
    }

    [Fact, Trait("Rule", "PR-01")]
    public async Task Admit_OneLicenceTwentyTimesAtOnce_AdmitsOnce()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AdmitAsync(Whole()))));

        Assert.Single(results, r => r.Admitted is not null);
        Assert.Equal(19, results.Count(r => r.Faults.SequenceEqual([AdmissionFault.AlreadyAdmitted])));
    }

    [Fact, Trait("Rule", "PR-01")]
    public async Task Admit_BySomebodyWhoIsNoOfficer_IsNotAllowed()
    {
        var employer = await Given.EmployerAsync();

        await Assert.ThrowsAsync<NotAllowedException>(() => AdmitAsync(Whole() with { Officer = new BureauActor(employer.Account) }));
    }

    [Fact, Trait("Rule", "PR-01")]
    public async Task Page_ListsWhoWasAdmitted_WithWhatTheyHandle_AndAsksForTheRest()
    {
        await AdmitAsync(Whole());

        var page = Render<AdmissionPage>();

        var row = Assert.Single(page.FindAll("tbody tr")).TextContent;
        Assert.All(new[] { "見本紹介株式会社", "有料職業紹介事業者", "13-ユ-300009", "地域：東京都", "業種：すべて", "3月22日", "利用できます" }, said => Assert.Contains(said, row));
        page.Find("form").Submit();
        Assert.Equal(["許可・届出受理番号を、13-ユ-300001のような形で入力してください", "団体の種類を選んでください", "団体の名称を、200字までで入力してください", "利用規約への同意を確かめ、チェックを入れてください"],
            page.FindAll("[role=alert] li").Select(l => l.TextContent.Trim()));
    }

    private AdmitProvider.Command Whole() => new(_officer, "13-ユ-300009", ProviderKind.PaidAgency, "見本紹介株式会社", "", new Handling(["13"], [], []), null, TermsAccepted: true);

    private Task<AdmitProvider.Result> AdmitAsync(AdmitProvider.Command command) => new AdmitProvider(Database, Clock).RunAsync(command, default);
}
