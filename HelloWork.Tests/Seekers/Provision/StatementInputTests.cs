using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Seekers.Provision;
using HelloWork.Domain.Privacy;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;

namespace HelloWork.Tests.Seekers.Provision;

public sealed class StatementInputTests
{
    private static readonly IServiceProvider Texts = new ServiceCollection().AddLogging().AddPortalTexts().BuildServiceProvider();

    [Fact]
    public void Fields_OfAStatement_MakeTheSameStatementAgain()
    {
        var again = StatementInput.Of(StatementTests.Full).ToStatement();

        Assert.All(typeof(SeekerStatement).GetProperties(), p => Assert.Equal(p.GetValue(StatementTests.Full), p.GetValue(again)));
    }

    [Theory]
    [InlineData("240,000", 240_000)]
    [InlineData("２４万円", 240_000)]
    [InlineData("24.5万", 245_000)]
    [InlineData(" 1250円 ", 1_250)]
    public void Amounts_AreReadAsPeopleWriteThem(string typed, int amount) =>
        Assert.Equal(amount, Read(("Input.WishedMonthlyIncome", typed)).ToStatement().WishedMonthlyIncome);

    [Theory]
    [InlineData("応相談")]
    [InlineData("-5")]
    [InlineData("99999999999")]
    [InlineData("12.5")]
    public void Amounts_ThatAreNone_AreToldAndKeptAsTyped(string typed)
    {
        var input = Read(("Input.WishedMonthlyIncome", typed));

        Assert.Equal([("WishedMonthlyIncome", typed)], input.Unread());
        Assert.Equal(typed, input.WishedMonthlyIncome);
    }

    [Fact]
    public void WhatIsChosenToBeAdded_CountsWithoutItsButton()
    {
        var read = Read(("Input.OccupationCodes", "038-01"), ("Input.AddOccupationCodes", "033-01"), ("Input.Places", "13/13101"), ("Input.AddPrefecture", "14"), ("Input.AddMunicipality", "14103")).ToStatement();

        Assert.Equal(["038-01", "033-01"], read.OccupationCodes);
        Assert.Equal([new WishedPlace("13", "13101"), new WishedPlace("14", "14103")], read.Places);
    }

    [Fact]
    public void ManyPastJobs_AreReadInTheirOrder()
    {
        var read = Read(("Input.PastWork[0].Work", "販売"), ("Input.PastWork[0].Years", "2"), ("Input.PastWork[0].Months", "3"), ("Input.PastWork[1].Work", "経理"), ("Input.PastWork[1].Details", "月次決算")).ToStatement();

        Assert.Equal([new PastWork("販売", 27), new PastWork("経理", null, "月次決算")], read.PastWork);
    }

    [Theory]
    [InlineData("Step.", typeof(StatementStep))]
    [InlineData("Fault.", typeof(StatementFaultKind))]
    [InlineData("Identifying.", typeof(IdentifyingKind))]
    [InlineData("Publish.Refused.", typeof(PublishRefusal))]
    [InlineData("State.", typeof(ProvisionState))]
    [InlineData("Choice.", typeof(ProvisionChoice))]
    [InlineData("Group.", typeof(HelloWork.Domain.Providers.ProviderGroup))]
    public void EveryValue_HasItsWords(string prefix, Type values)
    {
        var text = Texts.GetRequiredService<IStringLocalizer<ProvisionText>>();

        Assert.All(Enum.GetNames(values), name => Assert.False(text[prefix + name].ResourceNotFound, prefix + name));
        if (values == typeof(IdentifyingKind))
            Assert.All(Enum.GetNames(values), name => Assert.False(text[$"Identifying.{name}.Mend"].ResourceNotFound, name));
    }

    [Fact]
    public void EveryField_HasItsName()
    {
        var text = Texts.GetRequiredService<IStringLocalizer<ProvisionText>>();

        Assert.All(typeof(SeekerStatement).GetProperties(), p => Assert.False(text[$"Field.{p.Name}"].ResourceNotFound, p.Name));
    }

    private static StatementInput Read(params (string Name, string Value)[] fields) =>
        StatementInput.Read(new FormCollection(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues(g.Select(f => f.Value).ToArray()))));
}
