using System.Globalization;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Commands.Demo.Words;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Tests.Commands.Demo.Words;

public sealed partial class DemoWordsTests
{
    public static TheoryData<string> Keys => [.. DemoWords.Occupations.Select(words => words.Key)];

    [Fact]
    public void KindsOfWork_AreManyAndSpreadOverTheMajorGroups()
    {
        Assert.True(DemoWords.Occupations.Length >= 30);
        var majors = DemoWords.Occupations.Select(words => Occupations.Covering(words.OccupationCode)[0].Code).Distinct();
        Assert.True(majors.Count() >= 12);
    }

    [Theory, MemberData(nameof(Keys))]
    public void KindOfWork_HasEnoughWordsOfEachKind(string key)
    {
        var words = Of(key);

        Assert.True(words.Titles.Length >= 8);
        Assert.True(words.Duties.All.Count() >= 10);
        Assert.True(words.Careers.Length >= 4);
        Assert.True(words.Skills.Length >= 4);
        Assert.True(words.Wishes.Length >= 2);
        Assert.True(words.Requests.Length >= 2);
        Assert.InRange(words.Weight, 1, 9);
        Assert.InRange(words.PartTimePercent, 0, 90);
    }

    [Theory, MemberData(nameof(Keys))]
    public void KindOfWork_IsOfTheReferenceData(string key)
    {
        var words = Of(key);

        Assert.Equal(OccupationLevel.Minor, Occupations.Find(words.OccupationCode)?.Level);
        Assert.All(words.Titles, title => Assert.Equal(OccupationLevel.Minor, Occupations.Find(title.OccupationCode)?.Level));
        Assert.All(words.IndustryCodes, code => Assert.False(Industries.Find(code)!.IsDivision));
    }

    [Theory, MemberData(nameof(Keys))]
    public void Title_FitsTheJobCard_AndHasWordsForEveryBlock(string key)
    {
        var words = Of(key);

        Assert.Equal(words.Titles.Length, words.Titles.Select(t => t.Text).Distinct().Count());
        Assert.All(words.Titles, title =>
        {
            Assert.InRange(new StringInfo(title.Text).LengthInTextElements, 2, 28);
            Assert.NotEmpty(words.Summaries.For(title));
            Assert.True(words.Duties.For(title).Length >= 6, $"{title.Text}: {words.Duties.For(title).Length}");
            Assert.NotEmpty(words.Experience.For(title));
            Assert.NotEmpty(words.Holidays.For(title));
            Assert.NotEmpty(words.Remarks.For(title));
            Assert.NotEmpty(words.Messages.For(title));
            Assert.Contains(words.WorkingTimes.For(title), time => !time.PartTime);
            Assert.Contains(words.WorkingTimes.For(title), time => time.PartTime);
        });
    }

    [Theory, MemberData(nameof(Keys))]
    public void EveryTag_ChoosesSomething(string key)
    {
        var words = Of(key);
        var lines = File.ReadAllLines(Path.Combine(Root(), "HelloWork.Blazor/Commands/Demo/Words/Occupations", $"{key}.txt"));
        var used = lines.SelectMany(line => line.Split(" @").Skip(1)).Distinct();

        Assert.All(used, tag => Assert.Contains(words.Titles, title => title.Tags.Contains(tag)));
    }

    [Theory, MemberData(nameof(Keys))]
    public void WorkingTimes_KeepTheLawOnBreaksAndHours(string key) => Assert.All(Of(key).WorkingTimes.All, time =>
    {
        Assert.InRange(time.Shifts.Length, 1, 3);
        Assert.All(time.Shifts, shift =>
        {
            var overnight = shift.End <= shift.Start;
            var worked = shift.End - shift.Start - TimeSpan.FromMinutes(time.BreakMinutes);
            Assert.InRange(worked.TotalHours, 2, overnight ? 16 : 8);
            Assert.True(time.BreakMinutes >= (worked.TotalHours > 8 ? 60 : worked.TotalHours > 6 ? 45 : 0), $"{shift}");
        });
    });

    [Theory, MemberData(nameof(Keys))]
    public void Holidays_AreEnoughForEightHoursADay(string key) => Assert.All(Of(key).Holidays.All, days =>
    {
        Assert.InRange(days.DaysPerYear, 105, 130);
        Assert.NotEmpty(days.Remark);
    });

    [Theory, MemberData(nameof(Keys))]
    public void Wages_StayAboveTheLowest_AndFallWithTheRegion(string key)
    {
        var words = Of(key);

        Assert.All(DemoWords.WageLevels, level =>
        {
            Assert.True(words.Hourly(level).From >= level.LowestHourly && words.Hourly(level).To > words.Hourly(level).From);
            Assert.True(words.Monthly(level).From >= level.LowestMonthly && words.Monthly(level).To > words.Monthly(level).From);
        });
        Assert.True(words.Monthly(DemoWords.WageLevels[0]).To > words.Monthly(DemoWords.WageLevels[^1]).To);
    }

    [Fact]
    public void EveryPrefecture_HasALevelOfWages() => Assert.All(Prefectures.All, p => Assert.NotNull(DemoWords.WageLevelIn(p.Code)));

    [Theory, MemberData(nameof(Keys))]
    public void KindOfWork_HasCompaniesOfEachOfItsIndustries(string key)
    {
        var words = Of(key);
        var companies = DemoWords.Companies.Patterns.Where(words.Fits).ToArray();

        Assert.True(companies.Length >= 2);
        Assert.Equal(words.IndustryCodes.Order(), companies.Select(c => c.IndustryCode).Distinct().Order());
    }

    [Fact]
    public void EveryCompany_HasWorkToOffer_AndABusiness() => Assert.All(DemoWords.Companies.Patterns, company =>
    {
        Assert.NotEmpty(DemoWords.OccupationsFor(company));
        Assert.True(DemoWords.Companies.BusinessesFor(company).Length >= 2, company.Name);
    });

    [Fact]
    public void CompanyNames_SufficeForManyOffices_WithReadingsInKatakana()
    {
        var companies = DemoWords.Companies;
        var names = companies.Patterns.SelectMany(p => companies.Stems.Select(p.With)).ToArray();

        Assert.True(names.Length >= 5000);
        Assert.Equal(names.Length, names.Select(name => name.Text).Distinct().Count());
        Assert.All(names, name => Assert.Matches(@"\A[ァ-ヴー ]+\z", name.Kana));
        Assert.All(names, name => Assert.DoesNotContain("{", name.Text));
        Assert.True(companies.Features.Length >= 20);
    }

    [Fact]
    public void PeoplesNames_AreMany_WithReadings_AndSomeInVariantLetters()
    {
        Assert.True(DemoWords.FamilyNames.Length >= 100);
        Assert.True(DemoWords.GivenNames.Length >= 100);
        Assert.All(DemoWords.FamilyNames.Concat(DemoWords.GivenNames), name => Assert.Matches(@"\A[ァ-ヴー]+\z", name.Kana));
        Assert.All(["髙", "﨑", "𠮷"], letter => Assert.Contains(DemoWords.FamilyNames, name => name.Text.Contains(letter)));
        Assert.Equal(DemoWords.FamilyNames.Length, DemoWords.FamilyNames.Select(name => name.Text).Distinct().Count());
        Assert.Equal(DemoWords.GivenNames.Length, DemoWords.GivenNames.Select(name => name.Text).Distinct().Count());
    }

    [Fact]
    public void Phrases_AreEnough_AndTakeTheNames()
    {
        var phrases = DemoWords.Phrases;

        Assert.True(phrases.RequestOpenings.Length * phrases.RequestDetails.Length * phrases.RequestClosings.Length >= 300);
        Assert.All([phrases.Motivations, phrases.Appeals, phrases.GeneralWishes], list => Assert.True(list.Length >= 20));
        Assert.All([phrases.DeclineReasons, phrases.SelectionNotes], list => Assert.True(list.Length >= 12));
        Assert.All([phrases.HiredNotes, phrases.NotHiredNotes, phrases.Inquiries], list => Assert.True(list.Length >= 6));
        Assert.All([phrases.EmployerThread, phrases.ApplicantThread], list => Assert.True(list.Length >= 10));
        Assert.All(phrases.Allowances, allowance => Assert.True(allowance.Monthly.From < allowance.Monthly.To));
        Assert.All(phrases.RequestOpenings, opening => Assert.DoesNotContain("{", PhraseWords.Fill(opening, "見本会社", "見本職")));
        Assert.All([DemoWords.Places.Towns, DemoWords.Places.Stations], list => Assert.True(list.Length >= 30));
    }

    [Fact]
    public void Words_AskForNoSexAgeOrOrigin_AndTellNoOneApart()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root(), "HelloWork.Blazor/Commands/Demo/Words"), "*.txt", SearchOption.AllDirectories))
            Assert.All(File.ReadLines(file).Where(line => line is not ['#', ..]), line => Assert.DoesNotMatch(Unwanted(), line));
    }

    [Fact]
    public void Sentences_AreWhole_ShortAndSaidOnce() => Assert.All(DemoWords.Occupations, words =>
    {
        string[] sentences =
        [
            .. words.Summaries.All, .. words.Duties.All, .. words.Experience.All, .. words.Remarks.All, .. words.Messages.All,
            .. words.Careers, .. words.Skills, .. words.Wishes, .. words.Requests,
        ];

        Assert.All(sentences, sentence => Assert.Matches(@"\A.{5,70}。\z", sentence));
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
    });

    private static OccupationWords Of(string key) => DemoWords.Occupations.Single(words => words.Key == key);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HelloWork.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("男性|女性|主婦|主夫|歳|若い|若手|シニア|国籍|日本人|外国人|独身|既婚|看護婦|保母|スチュワーデス|容姿|体力に自信|[0-9]{2}代|0[0-9]{1,4}-[0-9]{2,4}-|https?:|@[a-z]")]
    private static partial Regex Unwanted();
}
