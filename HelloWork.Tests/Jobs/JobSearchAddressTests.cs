using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs;

namespace HelloWork.Tests.Jobs;

public sealed class JobSearchAddressTests
{
    [Fact]
    public void Read_UnderstandsEveryNameOfTheContract()
    {
        var (query, unread) = JobSearchAddress.Read("/jobs?q=%E4%BA%8B%E5%8B%99+Excel&pref=13&pref=14&city=13101&occ=06&occ=034&type=regular&type=part-permanent-dispatch&wageMin=220000&wageUnit=month&c=home&sort=wage-high&size=50&page=4");

        Assert.Null(unread);
        Assert.Equal("事務 Excel", query.FreeWords);
        Assert.Equal(["13", "14"], query.Prefectures);
        Assert.Equal(["13101"], query.Municipalities);
        Assert.Equal(["034", "06"], query.Occupations);
        Assert.Equal([EmploymentType.Regular, EmploymentType.PartPermanentDispatch], query.Types);
        Assert.Equal((220_000, WageUnit.Month), (query.WageMin, query.WageUnit));
        Assert.Equal([JobCondition.WorkFromHome], query.Conditions);
        Assert.Equal((JobSort.WageTo, 50, 4), (query.Sort, query.Size, query.Page));
    }

    [Theory]
    [InlineData("/jobs")]
    [InlineData("/jobs?q=%E4%BB%8B%E8%AD%B7%20%26%20%25&pref=13&city=13101&occ=050-01&type=part&wageMin=1200&wageUnit=hour&c=new&c=home&sort=match&size=10&page=2")]
    public void Of_WritesWhatReadReads(string address) => Assert.Equal(address, JobSearchAddress.Of(JobSearchAddress.Read(address).Query));

    [Theory]
    [InlineData("/jobs?q=&pref=&city=&occ=&type=&wageMin=&wageUnit=&sort=&size=&page=")]
    [InlineData("/jobs?pref=99&pref=東京&city=00000&city=-1&occ=zz&occ=100&type=ceo&c=rich&sort=best&size=31&page=-3")]
    [InlineData("/jobs?size=99999999999999&page=99999999999999999999&page=abc&wageMin=0")]
    [InlineData("/jobs?&&=&q&%ZZ=%ZZ&q=%00%0d%0a")]
    public void Read_PassesOverWhatItDoesntKnow(string address)
    {
        var (query, unread) = JobSearchAddress.Read(address);

        Assert.Null(unread);
        Assert.Equal("/jobs", JobSearchAddress.Of(query));
    }

    [Theory]
    [InlineData("220,000", 220_000)]
    [InlineData("２２０，０００円", 220_000)]
    [InlineData("22万", 220_000)]
    [InlineData("22.5万円", 225_000)]
    [InlineData("1200", 1_200)]
    public void Read_TakesAWageAsPeopleWriteIt(string typed, int yen) =>
        Assert.Equal((yen, (string?)null), (JobSearchAddress.Read($"/jobs?wageMin={Uri.EscapeDataString(typed)}").Query.WageMin ?? 0, JobSearchAddress.Read($"/jobs?wageMin={Uri.EscapeDataString(typed)}").UnreadWage));

    [Theory]
    [InlineData("-5")]
    [InlineData("abc")]
    [InlineData("999999999999")]
    [InlineData("1e9")]
    public void Read_SaysWhichWageItCouldNotRead(string typed)
    {
        var (query, unread) = JobSearchAddress.Read($"/jobs?wageMin={typed}");

        Assert.Equal((null, typed), (query.WageMin, unread));
    }

    [Fact]
    public void Read_LeavesOutAMunicipalityOfAnotherPrefectureThanTheChosen() =>
        Assert.Equal("/jobs?pref=27", JobSearchAddress.Of(JobSearchAddress.Read("/jobs?pref=27&city=13101").Query));
}
