using System.Text.Json;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Drafting;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs;

public sealed class JobDraftValuesTests
{
    [Fact, Trait("Rule", "JO-01")]
    public void ACopiedCard_ComesBackAsItWas()
    {
        var card = Given.Card() with
        {
            Work = Given.Card().Work with { FurtherOccupationCodes = ["034-01"], Licences = [new("日商簿記検定2級", "必須", HelloWork.Domain.ReferenceData.Licences.ByName("日商簿記検定2級")?.Code)], Staffing = StaffingKind.Contract, AgeTo = 59, AgeLimitGround = "定年を上限" },
            Pay = new() { Form = "月給", BaseFrom = 230_000, BaseTo = 290_000, TotalFrom = 248_000, TotalTo = 310_000, FixedAllowances = [new("業務手当", 18_000, 20_000)], MonthlyWorkingDays = 20.5m },
            Conditions = new() { Insurance = ["雇用", "労災"] },
        };

        var again = JobDraftValues.Of(card).ToCard(card.Office);

        Assert.Equal(JsonSerializer.Serialize(card, JsonDocuments.Options), JsonSerializer.Serialize(again, JsonDocuments.Options));
    }

    [Theory, Trait("Rule", "JO-02"), Trait("Rule", "JO-03")]
    [InlineData("WithoutName", "None", "", JobFaultKind.OfficeNameNotShown)]
    [InlineData("NotPublic", "None", "", JobFaultKind.OfficeNameNotShown)]
    [InlineData("NameToAll", "Dispatch", "", JobFaultKind.WorkplaceNotNamed)]
    [InlineData("NameToSeekers", "Contract", "", JobFaultKind.WorkplaceNotNamed)]
    [InlineData("NameToSeekers", "Dispatch", "true", null)]
    [InlineData("NameToAll", "None", "", null)]
    public void SelfApplication_IsRefusedWithItsReason(string disclosure, string staffing, string named, JobFaultKind? fault)
    {
        var values = Complete(("Header.AcceptsSelfApplication", "true"), ("Header.Disclosure", disclosure), ("Work.Staffing", staffing), ("Work.WorkplaceNamed", named));

        Assert.Equal(fault is null ? [] : [fault.Value], values.Faults().Select(f => f.Kind));
        Assert.Equal(fault is null, JobOffer.BarToSelfApplication(values.ToCard(new())) is null);
    }

    [Theory]
    [InlineData("Pay.BaseFrom", "二十万", JobFaultKind.NotANumber)]
    [InlineData("Pay.BaseTo", "1000", JobFaultKind.Reversed)]
    [InlineData("Pay.BaseTo", "２９万円", null)]
    [InlineData("Hours.Shifts[0].From", "朝", JobFaultKind.NotATime)]
    [InlineData("Hours.Shifts[0].From", "９時３０分", null)]
    [InlineData("Hours.Shifts[1].From", "10:00", JobFaultKind.Missing)]
    [InlineData("Work.AgeTo", "40", JobFaultKind.AgeWithoutGround)]
    [InlineData("Work.Title", "", JobFaultKind.Missing)]
    [InlineData("Work.Workplaces[0].Address", "どこか", JobFaultKind.UnknownPlace)]
    [InlineData("Company.CorporateNumber", "1234567890123", JobFaultKind.CorporateNumber)]
    [InlineData("Office.Homepage", "javascript:alert(1)", JobFaultKind.NotAWebAddress)]
    [InlineData("Header.Disclosure", "99", JobFaultKind.NotOffered)]
    public void WhatIsTyped_IsReadAsPeopleWriteIt_OrNamedAsAFault(string path, string typed, JobFaultKind? fault) =>
        Assert.Equal(fault is null ? [] : [fault.Value], Complete((path, typed)).Faults().Select(f => f.Kind));

    [Fact]
    public void AStep_SavesOnlyItsOwnFields()
    {
        var kept = Complete();

        var saved = kept.With(JobStep.Pay, new(new Dictionary<string, string> { ["Pay.BaseFrom"] = "abc", ["Work.Title"] = "別の職種", ["Nothing.Here"] = "x" }));

        Assert.Equal(("abc", "経理事務", ""), (saved["Pay.BaseFrom"], saved["Work.Title"], saved["Pay.BaseTo"]));
    }

    [Fact]
    public void ABreakTooShortByLaw_AndAMissingScope_AreWarnedOf()
    {
        var values = Complete(("Hours.Shifts[0].From", "9:00"), ("Hours.Shifts[0].To", "18:00"), ("Hours.BreakMinutes", "45"));

        Assert.Contains(values.WarningsOf(JobStep.Hours), w => w.Kind is JobWarningKind.BreakShort);
        Assert.Contains(values.WarningsOf(JobStep.Work), w => w.Kind is JobWarningKind.ScopeOfChangeMissing);
    }

    private static JobDraftValues Complete(params (string Path, string Value)[] changes)
    {
        var card = Given.Card();
        var values = JobDraftValues.Of(card with { Work = card.Work with { SmokePrevention = "あり（屋内禁煙）", TermLimit = "雇用期間の定めなし" } }).ByPath.ToDictionary();
        foreach (var (path, value) in changes)
            if (value.Length == 0)
                values.Remove(path);
            else
                values[path] = value;
        return new(values);
    }
}
