using System.Globalization;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Shell;

public sealed class WhenTests
{
    private readonly IStringLocalizer<WhenText> _text = new ServiceCollection().AddLogging().AddPortalTexts().BuildServiceProvider().GetRequiredService<IStringLocalizer<WhenText>>();
    private static readonly DateOnly LastDay = new(2026, 3, 29);

    [Theory, Trait("Rule", "DR-06")]
    [InlineData(25, "3月29日（日）24時まで／あと4日")]
    [InlineData(28, "3月29日（日）24時まで／あと1日")]
    [InlineData(29, "今日24時まで／3月29日（日）")]
    [InlineData(30, "3月29日（日）24時まで")]
    public void UntilAndLeft_SaysTheDeadlineInWords(int today, string expected) =>
        Assert.Equal(expected, _text.UntilAndLeft(LastDay, new DateOnly(2026, 3, today)));

    [Theory]
    [InlineData("2026-03-22T05:05:00Z", "3月22日（日）14時05分")]
    [InlineData("2026-03-22T15:00:00Z", "3月23日（月）0時00分")]
    [InlineData("2025-12-31T14:59:00Z", "2025年12月31日（水）23時59分")]
    public void Moment_IsJapansTimeWithTheYearWhereItIsAnother(string utc, string expected) =>
        Assert.Equal(expected, _text.Moment(DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), LastDay));
}
