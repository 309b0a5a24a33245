using HelloWork.Domain.ReferenceData;

namespace HelloWork.Tests.ReferenceData;

public sealed class PlacesTests
{
    [Fact]
    public void Prefectures_AreFortySevenInOrder()
    {
        Assert.Equal(Enumerable.Range(1, 47).Select(n => $"{n:00}"), Prefectures.All.Select(p => p.Code));
        Assert.All(Prefectures.All, p => Assert.Matches(@"\A[ァ-ヴー]+\z", p.Kana));
        Assert.All(Prefectures.All, p => Assert.NotEmpty(p.Region));
    }

    [Theory]
    [InlineData("01", "北海道")]
    [InlineData("０１", "北海道")]
    [InlineData(" 13 ", "東京都")]
    [InlineData("1", null)]
    [InlineData("48", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Prefecture_IsFoundByItsCode_OrIsNull(string? code, string? name) => Assert.Equal(name, Prefectures.Find(code)?.Name);

    [Theory]
    [InlineData("東京", "13")]
    [InlineData("京都", "26")]
    [InlineData("京都府", "26")]
    [InlineData("北海道", "01")]
    [InlineData("北海", null)]
    [InlineData("都", null)]
    public void Prefecture_IsFoundByEitherName(string name, string? code) => Assert.Equal(code, Prefectures.ByName(name)?.Code);

    [Fact]
    public void Municipalities_Are1892_EachOnceAndInAPrefecture()
    {
        Assert.Equal(1892, Municipalities.All.Length);
        Assert.Equal(1892, Municipalities.All.Select(m => m.Code).Distinct().Count());
        Assert.Equal(1892, Municipalities.All.Select(m => m.FullName).Distinct().Count());
        Assert.All(Municipalities.All, m => Assert.Matches(@"\A[0-9]{5}\z", m.Code));
        Assert.All(Municipalities.All, m => Assert.Matches(@"\A[ァ-ヴー]+\z", m.Kana));
        Assert.Equal(1892, Prefectures.All.Sum(p => Municipalities.InPrefecture(p).Length));
        Assert.All(Prefectures.All, p => Assert.NotEmpty(Municipalities.InPrefecture(p)));
    }

    [Theory]
    [InlineData("01101", "札幌市中央区")]
    [InlineData("０１１０１", "札幌市中央区")]
    [InlineData("1101", null)]
    [InlineData("14100", null)]
    [InlineData("99999", null)]
    [InlineData(null, null)]
    public void Municipality_IsFoundByItsCode_OrIsNull(string? code, string? name) => Assert.Equal(name, Municipalities.Find(code)?.Name);

    [Fact]
    public void UnknownPrefecture_HasNoMunicipalities() => Assert.Empty(Municipalities.InPrefecture("00"));

    [Fact]
    public void DesignatedCities_AreTheTwenty()
    {
        string[] codes =
        [
            "01100", "04100", "11100", "12100", "14100", "14130", "14150", "15100", "22100", "22130",
            "23100", "26100", "27100", "27140", "28100", "33100", "34100", "40100", "40130", "43100",
        ];

        Assert.Equal(codes, Municipalities.DesignatedCities.Select(c => c.Code));
        Assert.Equal("川崎市", Municipalities.FindCity("14130")?.Name);
        Assert.Equal("大阪市", Municipalities.CityOf(Municipalities.Find("27128")!)?.Name);
        Assert.Null(Municipalities.CityOf(Municipalities.Find("13101")!));
        Assert.Null(Municipalities.FindCity("13100"));
    }

    [Theory]
    [InlineData("01101", "札幌市", "中央区")]
    [InlineData("13101", null, "千代田区")]
    [InlineData("07203", null, "郡山市")]
    [InlineData("23214", null, "蒲郡市")]
    [InlineData("10344", "北群馬郡", "榛東村")]
    [InlineData("13421", null, "小笠原村")]
    [InlineData("13401", "八丈島", "八丈町")]
    public void Municipality_KnowsWhatStandsBeforeItsOwnName(string code, string? district, string local)
    {
        var municipality = Municipalities.Find(code)!;

        Assert.Equal(district, municipality.District);
        Assert.Equal(local, municipality.LocalName);
    }

    [Theory]
    [InlineData("東京都千代田区霞が関1-2-2", "13101", "霞が関1-2-2")]
    [InlineData("東京都　千代田区　霞が関１－２－２　見本ビル３Ｆ", "13101", "霞が関1-2-2 見本ビル3F")]
    [InlineData("〒231-0021 神奈川県横浜市中区見本町1", "14104", "見本町1")]
    [InlineData("２３１００２１　横浜市 中区", "14104", "")]
    [InlineData("神奈川県横浜市保土ヶ谷区見本町", "14106", "見本町")]
    [InlineData("茨城県竜ヶ崎市1", "08208", "1")]
    [InlineData("群馬県榛東村大字見本", "10344", "大字見本")]
    [InlineData("群馬県北群馬郡榛東村大字見本", "10344", "大字見本")]
    [InlineData("東京都三宅村見本", "13381", "見本")]
    [InlineData("東京都府中市見本町", "13206", "見本町")]
    [InlineData("広島県府中市見本町", "34208", "見本町")]
    [InlineData("広島県府中町見本", "34302", "見本")]
    [InlineData("三重県津市島崎町", "24201", "島崎町")]
    [InlineData("大阪狭山市見本", "27231", "見本")]
    [InlineData("千代田区見本", "13101", "見本")]
    [InlineData("京都市中京区見本", "26104", "見本")]
    [InlineData("長野県下高井郡山之内町", "20561", "")]
    public void Address_IsReadFromItsStart(string address, string code, string rest)
    {
        var place = Municipalities.FindInAddress(address);

        Assert.Equal(code, place?.Municipality?.Code);
        Assert.Equal(rest, place?.Rest);
    }

    [Theory]
    [InlineData("府中市見本町")]
    [InlineData("北区見本町1-1")]
    [InlineData("中央区")]
    [InlineData("見本町1-1")]
    [InlineData("〒100-0000")]
    [InlineData("\ud842")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Address_ThatNamesNoPlaceOrSeveral_IsNotGuessed(string? address) => Assert.Null(Municipalities.FindInAddress(address));

    [Theory]
    [InlineData("神奈川県横浜市", "14", "14100")]
    [InlineData("大阪市見本町", "27", "27100")]
    [InlineData("東京都見本市", "13", null)]
    public void Address_WithoutAMunicipality_GivesWhatIsThere(string address, string prefecture, string? city)
    {
        var place = Municipalities.FindInAddress(address);

        Assert.Null(place?.Municipality);
        Assert.Equal(prefecture, place?.Prefecture.Code);
        Assert.Equal(city, place?.City?.Code);
    }

    [Fact]
    public void EveryMunicipality_IsReadFromItsOwnFullName() =>
        Assert.All(Municipalities.All, m => Assert.Equal(m, Municipalities.FindInAddress(m.FullName + "1-1")?.Municipality));

    [Theory]
    [InlineData("100-0013", "13101")]
    [InlineData("１０００００１", "13101")]
    [InlineData("〒060-0042", "01101")]
    [InlineData("0010000", "01102")]
    public void PostalCode_GivesItsMunicipality(string postalCode, string code) =>
        Assert.Equal(code, Assert.Single(PostalCodes.FindMunicipalities(postalCode)).Code);

    [Theory]
    [InlineData("100-001")]
    [InlineData("10-00013")]
    [InlineData("0000000")]
    [InlineData("")]
    [InlineData(null)]
    public void PostalCode_OfAnotherShape_GivesNothing(string? postalCode) => Assert.Empty(PostalCodes.FindMunicipalities(postalCode));

    [Fact]
    public void EveryMunicipality_HasAPostalCodeThatLeadsBack() =>
        Assert.All(Municipalities.All, m => Assert.Contains(m, PostalCodes.FindMunicipalities(PostalCodes.ExampleIn(m))));
}
