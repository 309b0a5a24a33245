using System.Reflection;
using HelloWork.Domain.Privacy;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Tests.Seekers.Provision;

public sealed class StatementTests
{
    /// <summary>Something in every field, each different from what an empty statement has.</summary>
    public static SeekerStatement Full { get; } = new()
    {
        WishedWork = "経理事務と総務", OccupationCodes = ["038-01"], IndustryCodes = ["09"], Style = WorkingStyle.PartTime, WantsRegular = true, WishedHours = "9時から18時",
        AcceptsDispatch = true, AcceptsContract = true, WishedDaysOff = "土日祝日", WantsTwoDaysOffAWeek = true, Places = [new("13", "13101")], CommutingMeans = "電車とバス",
        CommutingMinutes = 47, WantsCarCommuting = true, CanRelocate = true, WiderArea = "北陸地方", WantsToReturnToRegion = true, CanWorkAbroad = true,
        WishedMonthlyIncome = 241_000, WishedHourlyIncome = 1_357, OtherWishes = "残業は少なめ", Education = "大学卒業", DrivingLicence = "普通自動車第一種",
        Licences = ["そろばん三級"], LicenceCodes = [HelloWork.Domain.ReferenceData.Licences.All[0].Code], PastWork = [new("卸売業の経理", 75, "月次決算まで担当")],
        LastMonthlyIncome = 268_000, Expertise = "表計算の関数", Appeal = "締め日を守ります", AppealExperience = "請求書の電子化", Remarks = "4月から働けます",
    };

    [Fact, Trait("Rule", "PV-03")]
    public void ProvidedProfile_HasExactlyTheLeafletsTwentyThreeAndThirteenFields()
    {
        var fields = typeof(ProvidedProfile).GetProperties().Select(p => p.GetCustomAttribute<LeafletFieldAttribute>()).ToList();

        Assert.All(fields, field => Assert.True(field is { Registration: > 0 } or { Publication: > 0 }));
        Assert.Equal(Enumerable.Range(1, 23), fields.Select(f => f!.Registration).Where(n => n > 0).Distinct().Order());
        Assert.Equal(Enumerable.Range(1, 13), fields.Select(f => f!.Publication).Where(n => n > 0).Distinct().Order());
    }

    [Fact, Trait("Rule", "PV-03")]
    public void ProvidedProfile_CarriesEveryFieldOfTheStatement()
    {
        var provided = ProvidedProfile.Of(Full);

        Assert.Equal(Names(typeof(SeekerStatement)), Names(typeof(ProvidedProfile)));
        Assert.All(typeof(ProvidedProfile).GetProperties(), p => Assert.Equal(typeof(SeekerStatement).GetProperty(p.Name)!.GetValue(Full), p.GetValue(provided)));

        static IEnumerable<string> Names(Type type) => type.GetProperties().Select(p => p.Name).Order();
    }

    [Fact, Trait("Rule", "PV-03")]
    public void EveryField_BelongsToExactlyOneStep()
    {
        var empty = new SeekerStatement();
        var taken = Enum.GetValues<StatementStep>().Select(step => empty.With(step, Full))
            .SelectMany(s => typeof(SeekerStatement).GetProperties().Where(p => !Equals(p.GetValue(s), p.GetValue(empty))).Select(p => p.Name)).Order();

        Assert.Equal(typeof(SeekerStatement).GetProperties().Select(p => p.Name).Order(), taken);
    }

    [Fact]
    public void Tidied_DropsUnknownCodesAndBlankRows_AndKeepsTheRestAsTyped()
    {
        var tidied = (Full with { OccupationCodes = ["038-01", "999-99", "038-01"], Places = [new("13", "14103"), new("13", null)], Licences = ["", " 簿記 "], PastWork = [new("", null, " "), new("販売", null)] }).Tidied();

        Assert.Equal(["038-01"], tidied.OccupationCodes);
        Assert.Equal([new WishedPlace("13", null)], tidied.Places);
        Assert.Equal(["簿記"], tidied.Licences);
        Assert.Equal([new PastWork("販売", null)], tidied.PastWork);
    }

    [Fact]
    public void Faults_NameTheFieldAndItsStep()
    {
        var faults = (Full with { WishedWork = " ", Appeal = new string('あ', 1001), CommutingMinutes = 301, PastWork = [new("", 3)] }).Faults();

        Assert.Equal(
            [
                (StatementStep.Work, "WishedWork", StatementFaultKind.Missing), (StatementStep.Appeal, "Appeal", StatementFaultKind.TooLong),
                (StatementStep.Place, "CommutingMinutes", StatementFaultKind.OutOfRange), (StatementStep.Career, "PastWork[0].Work", StatementFaultKind.Missing),
            ],
            faults.Select(f => (f.Step, f.Field, f.Kind)));
        Assert.Empty(Full.Faults());
    }

    [Fact, Trait("Rule", "PV-04")]
    public void Identifying_FindsItInEveryFreeText_AndNowhereElse()
    {
        const string Phone = "090-1234-5678";
        var texts = Full.Texts().ToList();

        Assert.Empty(Full.Identifying());
        Assert.Equal(15, texts.Count);
        Assert.All(texts, text => Assert.Equal([(text.Field, Phone, IdentifyingKind.Phone)], WithIn(text.Field, Phone).Identifying().Select(f => (f.Field, f.Caught, f.Kind))));

        static SeekerStatement WithIn(string field, string text) => field switch
        {
            "Licences" => Full with { Licences = [text] },
            "PastWork[0].Work" => Full with { PastWork = [Full.PastWork[0] with { Work = text }] },
            "PastWork[0].Details" => Full with { PastWork = [Full.PastWork[0] with { Details = text }] },
            _ => SetOn(Full with { }, field, text),
        };

        static SeekerStatement SetOn(SeekerStatement copy, string field, string text)
        {
            typeof(SeekerStatement).GetProperty(field)!.SetValue(copy, text);
            return copy;
        }
    }
}
