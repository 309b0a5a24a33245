using HelloWork.Domain.ReferenceData;

namespace HelloWork.Tests.ReferenceData;

public sealed class PlacementOfficesTests
{
    [Fact]
    public void EveryPrefecture_HasAnOffice() => Assert.All(Prefectures.All, p => Assert.NotEmpty(PlacementOffices.InPrefecture(p.Code)));

    [Fact]
    public void EveryOffice_HasACodeOfItsPrefecture_AndAnAddressThatCanBeRead()
    {
        Assert.True(PlacementOffices.All.Length >= 100);
        Assert.Equal(PlacementOffices.All.Length, PlacementOffices.All.Select(o => o.Code).Distinct().Count());
        Assert.Equal(PlacementOffices.All.Length, PlacementOffices.All.Select(o => o.Name).Distinct().Count());
        Assert.All(PlacementOffices.All, o =>
        {
            Assert.Matches(@"\A[0-9]{5}\z", o.Code);
            Assert.StartsWith("ハローワーク", o.Name, StringComparison.Ordinal);
            Assert.Equal(o.PrefectureCode, o.SeatCode[..2]);
            Assert.Equal(o.SeatCode, Municipalities.FindInAddress(o.Address)?.Municipality?.Code);
        });
    }

    [Fact]
    public void EveryTelephoneNumber_IsPlainlyFictitious()
    {
        Assert.All(PlacementOffices.All, o => Assert.Matches(@"\A0[0-9]{1,3}-0{2,4}-[0-9]{4}\z", o.Phone));
        Assert.Equal(PlacementOffices.All.Length, PlacementOffices.All.Select(o => o.Phone).Distinct().Count());
    }

    [Fact]
    public void EveryMunicipality_IsServedByExactlyOneOffice_OfItsPrefecture()
    {
        Assert.Equal(1892, PlacementOffices.All.Sum(o => o.MunicipalityCodes.Count));
        Assert.All(Municipalities.All, m => Assert.Equal(m.PrefectureCode, PlacementOffices.Serving(m.Code)?.PrefectureCode));
        Assert.All(PlacementOffices.All, o => Assert.Contains(o.SeatCode, o.MunicipalityCodes));
    }

    [Theory]
    [InlineData("13101", "ハローワーク飯田橋")]
    [InlineData("１３１０４", "ハローワーク新宿")]
    [InlineData("13421", "ハローワーク飯田橋")]
    [InlineData("14100", "ハローワーク横浜")]
    [InlineData("01695", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void OfficeInCharge_FollowsFromTheMunicipality(string? municipality, string? office) =>
        Assert.Equal(office, PlacementOffices.Serving(municipality)?.Name);

    [Theory]
    [InlineData("13010", "ハローワーク飯田橋")]
    [InlineData("01010", "ハローワーク札幌")]
    [InlineData("1010", null)]
    [InlineData("13999", null)]
    [InlineData(null, null)]
    public void Office_IsFoundByItsCode_OrIsNull(string? code, string? name) => Assert.Equal(name, PlacementOffices.Find(code)?.Name);
}
