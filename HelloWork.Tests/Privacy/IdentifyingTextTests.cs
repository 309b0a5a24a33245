using FsCheck;
using FsCheck.Fluent;
using HelloWork.Domain.Privacy;
using HelloWork.Domain.ReferenceData;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Privacy;

/// <summary>
/// The guard against text that tells who somebody is. How well it finds is measured on sentences written before it, half of which it was never tuned on.
/// </summary>
public sealed class IdentifyingTextTests
{
    private static readonly LabelledSentences Tuning = Load("tuning"), HeldOut = Load("held-out");

    private static readonly string[] Structured = ["Phone", "Mobile", "Email", "Url", "MessengerId", "PostalCode", "MyNumber", "BirthDate"];

    public static TheoryData<string> StructuredKinds => [.. Structured];

    [Theory, MemberData(nameof(StructuredKinds))]
    [Trait("Rule", "PV-04")]
    public void HeldOutHalf_NinetyNineOfAHundredNumbersAndAddressesOfTheNetAreFound(string kind) => AtLeast(0.99, HeldOut.Recall(kind));

    [Fact]
    [Trait("Rule", "PV-04")]
    public void HeldOutHalf_StreetAddressesAndNamesAreFound()
    {
        AtLeast(0.95, HeldOut.Recall("StreetAddress"));
        AtLeast(0.90, HeldOut.Recall("Name"));
    }

    [Fact]
    [Trait("Rule", "PV-04")]
    public void HeldOutHalf_WagesHoursDatesAndNumbersOfOtherKindsAreLeftAlone() => AtLeast(0.95, HeldOut.Precision());

    [Fact]
    public void TuningHalf_IsFoundAsWell()
    {
        AtLeast(0.97, Tuning.Recall([.. Tuning.Groups]));
        AtLeast(0.99, Tuning.Precision());
    }

    [Fact]
    public void BothHalves_HoldEveryKindAndAsManyInnocentSentences()
    {
        foreach (var half in new[] { Tuning, HeldOut })
        {
            Assert.Equal(Structured.Append("StreetAddress").Append("Name").Order(), half.Groups.Order());
            Assert.True(half.All.Count(sentence => sentence.Marks.Count == 0) >= 130);
            Assert.All(half.Groups, group => Assert.True(half.Recall(group).All >= 13, group));
        }
        Assert.Empty(Tuning.All.Select(s => s.Text).Intersect(HeldOut.All.Select(s => s.Text)));
    }

    [Theory]
    [InlineData("電話は０９０－１２３４－５６７８です", "０９０－１２３４－５６７８", IdentifyingKind.Phone)]
    [InlineData("電話は0\u200B90-12\u200D34-5678です", "0\u200B90-12\u200D34-5678", IdentifyingKind.Phone)]
    [InlineData("㈱サンプル☎〇九〇ー一二三四ー五六七八", "〇九〇ー一二三四ー五六七八", IdentifyingKind.Phone)]
    [InlineData("℡0️⃣3️⃣-1234-5678", "0️⃣3️⃣-1234-5678", IdentifyingKind.Phone)]
    [InlineData("ｶﾞｲﾄﾞのﾒｰﾙtaro＠example．com", "taro＠example．com", IdentifyingKind.Email)]
    [InlineData("㍼55年4月1日生まれ", "㍼55年4月1日", IdentifyingKind.BirthDate)]
    [InlineData("葛󠄀城市の𠮷田と申します", "𠮷田", IdentifyingKind.Name)]
    [InlineData("ﾔﾏﾀﾞと申します", "ﾔﾏﾀﾞ", IdentifyingKind.Name)]
    [InlineData("\n\n住所：東京都渋谷区道玄坂2丁目10番7号 コーポ渋谷201\n", "東京都渋谷区道玄坂2丁目10番7号 コーポ渋谷201", IdentifyingKind.StreetAddress)]
    [Trait("Rule", "PV-04")]
    public void Finding_PointsIntoTheTextAsTyped(string text, string place, IdentifyingKind kind)
    {
        var finding = Assert.Single(IdentifyingText.Find(text));

        Assert.Equal((place, kind), (text.Substring(finding.Start, finding.Length), finding.Kind));
    }

    [Theory]
    [InlineData("番号は123456789018です", true)]
    [InlineData("番号は123456789017です", false)]
    [InlineData("マイナンバーは123456789017です", true)]
    [InlineData("注文番号は123456789018です", false)]
    [InlineData("番号は1234567890183です", false)]
    [InlineData("1234-5678-9018-0000のカード", false)]
    [Trait("Rule", "PV-04")]
    public void MyNumber_HasTwelveDigitsWithACheckDigit_OrIsCalledOne(string text, bool found) =>
        Assert.Equal(found, IdentifyingText.Find(text).Any(finding => finding.Kind == IdentifyingKind.MyNumber));

    [Fact]
    public void MunicipalityAlone_IsAPlaceToWorkAndNoAddress()
    {
        foreach (var municipality in Municipalities.All)
        {
            Assert.Empty(IdentifyingText.Find($"希望勤務地は{municipality.FullName}です。"));
            Assert.Empty(IdentifyingText.Find($"{municipality.Name}で3-4年、{municipality.LocalName}の2-3店舗で働きました。"));
        }
    }

    [Fact]
    public void MunicipalityWithTownAndNumbers_IsAnAddressFromItsPrefectureOn()
    {
        foreach (var address in Municipalities.All.SelectMany(m => new[] { $"{m.FullName}本町1-2-3", $"{m.FullName}中央三丁目4番5号" }))
            Assert.Equal([(0, address.Length, IdentifyingKind.StreetAddress)], IdentifyingText.Find($"{address}に住んでいます。").Select(f => (f.Start, f.Length, f.Kind)));
    }

    [Fact]
    public void NamesOfLicencesOccupationsAndOffices_TellNothing()
    {
        var names = Licences.All.Select(licence => licence.Name).Concat(Occupations.All.Select(occupation => occupation.Name)).Concat(PlacementOffices.All.Select(office => office.Name));

        Assert.All(names, name => Assert.Empty(IdentifyingText.Find($"{name}、{name}の経験が3年です。")));
    }

    [Fact]
    public void Property_AnyTextIsRead_AndFindingsAreInsideInOrderAndApart() => Prop.ForAll(Texts(), text =>
    {
        var findings = IdentifyingText.Find(text, out var read);

        Assert.All(findings, finding => Assert.True(finding.Start >= 0 && finding.Length > 0 && finding.End <= text.Length));
        Assert.All(findings.Zip(findings.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.True(read <= MostReadsPerCharacter * (text.Length + 1), $"{read} for {text.Length}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Property_WordsWithoutDigitsSignsOrNamesTellNothing() => Prop.ForAll(
        Gen.Elements("接客", "が", "好きで", "、", "。", "\n", "Excel", "パソコン", "仕事を", "探して", "います", "経験", "週末", "は", "休みたい", "です", "介護", "笑顔", "の", "働く").ListOf().ToArbitrary(),
        words => Assert.Empty(IdentifyingText.Find(string.Concat(words)))).Check(Config.QuickThrowOnFailure);

    [Fact]
    [Trait("Rule", "PV-04")]
    public void HiddenCharactersAndWidth_ChangeNothing()
    {
        foreach (var text in Tuning.All.Select(sentence => sentence.Text).Where(text => !text.Any(char.IsSurrogate)))
        {
            var kinds = IdentifyingText.Find(text).Select(finding => finding.Kind).ToList();
            var wide = string.Concat(text.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c));

            Assert.Equal(kinds, IdentifyingText.Find(string.Join('\u200B', text.ToCharArray())).Select(finding => finding.Kind));
            Assert.Equal(kinds, IdentifyingText.Find(wide).Select(finding => finding.Kind));
        }
    }

    private const int MostReadsPerCharacter = 400;

    [Theory]
    [InlineData("0")]
    [InlineData("0 ")]
    [InlineData("1-")]
    [InlineData("0120-")]
    [InlineData("+81-")]
    [InlineData("a@")]
    [InlineData("a.")]
    [InlineData("ドット")]
    [InlineData("://")]
    [InlineData("と申")]
    [InlineData("氏名")]
    [InlineData("名前は")]
    [InlineData("担当")]
    [InlineData("佐藤")]
    [InlineData("LINE ")]
    [InlineData("LINEのID")]
    [InlineData("1丁目")]
    [InlineData("京都")]
    [InlineData("東京都1")]
    [InlineData("昭和1.")]
    [InlineData("十")]
    [InlineData("マンション1")]
    [InlineData("荘")]
    [InlineData("\u200B")]
    [InlineData("ｶﾞ")]
    [InlineData("ﷺ")]
    [InlineData("\uD842")]
    [InlineData("\uFFFE")]
    public void HostileText_TakesWorkThatGrowsWithItsLengthAndNoFaster(string part)
    {
        IdentifyingText.Find(string.Concat(Enumerable.Repeat(part, 500)), out var work);
        IdentifyingText.Find(string.Concat(Enumerable.Repeat(part, 4000)), out var eightfold);

        Assert.True(eightfold <= 8.5 * (work + 1000), $"{work} became {eightfold}");
        Assert.True(eightfold <= MostReadsPerCharacter * 4000L * part.Length, $"{eightfold} for {4000 * part.Length} characters");
    }

    /// <summary>Texts of the pieces the guard looks for, any character between them, lone surrogates included.</summary>
    private static Arbitrary<string> Texts()
    {
        var pieces = Gen.Elements("0", "1", "090", "03", "1985", "-", "ー", " ", "．", "@", "(at)", ".com", "http://", "LINE", "ID", "：", "〒", "東京都", "渋谷区", "本町", "丁目", "番地", "号", "昭和", "年", "月", "日",
            "生まれ", "氏名", "山田", "太郎", "と申します", "様", "です", "の", "は", "。", "\n", "\u200B", "ﾞ", "㍼", "ﷺ", "マンション", "一", "十", "〇", "+81", "(", ")", "\uD842", "\uDFB7", "\u3099", "a", "_");
        var letters = Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString());
        return Gen.OneOf(pieces, pieces, pieces, letters).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
    }

    private static LabelledSentences Load(string half) => new(Path.Combine(Repository.Root, "HelloWork.Tests", "Privacy", $"identifying-text.{half}.tsv"));

    private static void AtLeast(double least, LabelledSentences.Rate rate) => Assert.True(rate.Value >= least, rate.ToString());
}
