using HelloWork.Blazor.Commands.Demo.Words;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Generated seekers: about nine in ten shown to employers, seven in ten with a MyPage, one in five registered online.</summary>
internal sealed class DemoCrowd(int seed)
{
    private const int Kind = 3;

    internal sealed record DemoSeeker(Seeker Seeker, SeekerRegistration Registration, SeekerProfile Profile, Account? Account);

    public DemoSeeker Make(int number, DateTime now)
    {
        var dice = new DemoDice(seed, Kind, number);
        var (family, given) = (dice.One(DemoWords.FamilyNames), dice.One(DemoWords.GivenNames));
        var home = DemoOffices.PlaceFor(dice);
        var seeker = new Seeker(new PersonalDetails
        {
            Name = $"{family.Text} {given.Text}", NameKana = $"{family.Kana} {given.Kana}",
            BirthDate = new DateOnly(Jst.DayOf(now).Year - dice.Between(19, 68), dice.Between(1, 12), dice.Between(1, 28)), PostalCode = PostalCodes.ExampleIn(home),
            Address = $"{Prefectures.Find(home.PrefectureCode)!.Name}{home.Name}{dice.One(DemoWords.Places.Towns)}{dice.Between(1, 5)}丁目{dice.Between(1, 30)}番",
            Phone = $"090-0000-{number % 10_000:0000}", Email = $"demo-{number}@example.jp",
        });
        Account? account = null;
        if (dice.Chance(0.7))
        {
            account = new Account($"demo-{number:0000000}", Role.Seeker, seeker.Details.Name, $"demo-{number}@example.jp", now);
            account.Activate(now);
            seeker.OpenMyPage(account.Id, now);
        }
        var office = PlacementOffices.Serving(home.Code) ?? PlacementOffices.InPrefecture(home.PrefectureCode)[0];
        var registration = new SeekerRegistration(seeker, RegistrationNumber.Parse($"{office.Code}-{10_000_000 + number:00000000}"),
            account is not null && dice.Chance(0.28) ? RegistrationKind.RegisteredOnline : RegistrationKind.VerifiedAtOffice, Jst.DayOf(now));
        registration.RecordConsents(dice.Chance(0.9), dice.Weighted([ProvisionChoice.Neither, ProvisionChoice.Both, ProvisionChoice.LocalGovernmentsOnly, ProvisionChoice.PrivateAgenciesOnly],
            c => c switch { ProvisionChoice.Neither => 60, ProvisionChoice.Both => 28, _ => 6 }));
        // Odd, hence coprime to 10^8 but for 5: every number its own, in no order anyone could guess from.
        var publicNumber = PublicNumber.FromSerial((int)((number * 61_803_399L + 12_345_678) % 100_000_000));
        return new DemoSeeker(seeker, registration, new SeekerProfile(seeker, publicNumber, StatementOf(dice, home), now), account);
    }

    private static SeekerStatement StatementOf(DemoDice dice, Municipality home)
    {
        var words = dice.Weighted(DemoWords.Occupations, w => w.Weight);
        var title = dice.One<OccupationTitle>(words.Titles);
        var style = dice.Weighted([WorkingStyle.FullTime, WorkingStyle.PartTime, WorkingStyle.Either], s => s switch { WorkingStyle.FullTime => 6, WorkingStyle.PartTime => 3, _ => 1 });
        var level = DemoWords.WageLevelIn(home.PrefectureCode);
        var (monthly, hourly) = (words.Monthly(level), words.Hourly(level));
        var car = dice.Chance(0.6);
        return new SeekerStatement
        {
            WishedWork = title.Text, OccupationCodes = [.. new[] { title.OccupationCode, words.OccupationCode }.Distinct()], IndustryCodes = [.. words.IndustryCodes.Take(3)],
            Style = style, WantsRegular = style is not WorkingStyle.PartTime && dice.Chance(0.75), AcceptsDispatch = dice.Chance(0.25), AcceptsContract = dice.Chance(0.15),
            WishedHours = style is WorkingStyle.PartTime ? dice.One(["9時から15時ごろ", "10時から16時ごろ", "週3日、1日5時間くらい", "夕方から夜"]) : dice.One(["日勤", "9時から18時ごろ", "交替制もできます", "8時から17時ごろ"]),
            WishedDaysOff = dice.One(["土日祝", "日曜と平日1日", "シフト制", "曜日は問いません"]), WantsTwoDaysOffAWeek = dice.Chance(0.6),
            Places = [.. dice.Some(Municipalities.InPrefecture(home.PrefectureCode), dice.Between(0, 2)).Prepend(home).Distinct().Select(m => new WishedPlace(m.PrefectureCode, m.Code))],
            CommutingMeans = car ? "車" : dice.One(["電車", "電車・バス", "自転車"]), CommutingMinutes = dice.One([20, 30, 40, 60]), WantsCarCommuting = car, CanRelocate = dice.Chance(0.1),
            WantsToReturnToRegion = dice.Chance(0.05), WishedMonthlyIncome = style is WorkingStyle.PartTime ? null : dice.Rounded(monthly.From, (monthly.From + monthly.To) / 2, 5_000),
            WishedHourlyIncome = style is WorkingStyle.FullTime ? null : dice.Rounded(hourly.From, (hourly.From + hourly.To) / 2, 10),
            OtherWishes = dice.Chance(0.7) ? dice.One<string>([.. words.Wishes.Concat(DemoWords.Phrases.GeneralWishes).Where(w => Suits(w, style))]) : dice.Chance(0.4) ? dice.One<string>(DemoWords.Phrases.Conditions) : null,
            Education = dice.One(["高校卒業", "専門学校卒業", "短期大学卒業", "大学卒業", "高等専門学校卒業", "職業訓練（6か月）修了"]) + (dice.Chance(0.3) ? $"（{dice.One<string>(DemoWords.Phrases.Schools)}）" : ""),
            DrivingLicence = car ? dice.One(["普通自動車第一種", "普通自動車第一種（AT限定）", "準中型自動車"]) : null,
            Licences = [.. dice.Some(words.Licences.For(title), dice.Between(0, 3)).Select(l => l.Licence.Name)],
            LicenceCodes = [], PastWork = [.. dice.Some(words.Careers, dice.Between(1, 2)).Select(c => new PastWork(c, dice.Between(6, 240)))],
            LastMonthlyIncome = dice.Rounded(monthly.From, monthly.To, 1_000), Expertise = dice.Chance(0.6) ? dice.One<string>(words.Skills) : null,
            Appeal = string.Join("\n", dice.Some(DemoWords.Phrases.Appeals, dice.Between(1, 2))), AppealExperience = dice.Chance(0.3) ? dice.One<string>(words.Careers) : null,
        };
    }

    private static bool Suits(string wish, WorkingStyle style) => style switch
    {
        WorkingStyle.FullTime => !(wish.Contains("扶養") || wish.Contains("短時間")),
        WorkingStyle.PartTime => !(wish.Contains("正社員") || wish.Contains("賞与")),
        _ => true,
    };
}
