using HelloWork.Domain.Jobs;

namespace HelloWork.Tests.Jobs;

public sealed class NumbersTests
{
    [Theory, Trait("Rule", "JO-06")]
    [InlineData("13010-12345678", "13010-12345678")]
    [InlineData("13010-1", "13010-1")]
    [InlineData(" １３０１０−１２３４５６７８ ", "13010-12345678")]
    [InlineData("1301-12345678", null)]
    [InlineData("130100-12345678", null)]
    [InlineData("13010-123456789", null)]
    [InlineData("13010-", null)]
    [InlineData("1301012345678", null)]
    [InlineData("13010-1234567a", null)]
    [InlineData("13010-12345678-1", null)]
    [InlineData("13010-12345678\n1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void AJobNumber_HasFiveDigitsAndUpToEight(string? typed, string? number) =>
        Assert.Equal(number, JobNumber.TryParse(typed, out var read) ? read.Value : null);

    [Theory, Trait("Rule", "JO-06")]
    [InlineData("1301-123456-7", "1301-123456-7")]
    [InlineData("1301-1-7", "1301-1-7")]
    [InlineData("１３０１－１２３４５６－７", "1301-123456-7")]
    [InlineData("13010-123456-7", null)]
    [InlineData("1301-1234567-7", null)]
    [InlineData("1301-123456-77", null)]
    [InlineData("1301-123456", null)]
    [InlineData("1301-12345x-7", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void AnOfficeNumber_HasFourDigitsUpToSixAndOne(string? typed, string? number) =>
        Assert.Equal(number, OfficeNumber.TryParse(typed, out var read) ? read.Value : null);
}
