using HelloWork.Blazor.Commands.Demo.Words;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Generated offices: believable names for their business, spread over the country as people are.</summary>
internal sealed class DemoOffices(int seed)
{
    private const int Kind = 1;

    private static readonly (CompanyPattern Pattern, OccupationWords[] Work)[] Kinds =
        [.. DemoWords.Companies.Patterns.Select(p => (p, DemoWords.OccupationsFor(p).ToArray())).Where(k => k.Item2.Length > 0)];

    private static readonly Dictionary<string, int> Population = new()
    {
        ["13"] = 22, ["14"] = 12, ["27"] = 12, ["23"] = 10, ["11"] = 8, ["12"] = 7, ["28"] = 6, ["01"] = 6, ["40"] = 6, ["22"] = 4, ["08"] = 3, ["34"] = 3, ["26"] = 3, ["04"] = 3, ["15"] = 2, ["20"] = 2,
    };

    internal sealed record DemoOffice(Office Office, string Business, string Feature, IReadOnlyList<OccupationWords> Work, Municipality Municipality, string Station, int Employees, int Founded, StaffingKind Staffing);

    public DemoOffice Make(int number)
    {
        var dice = new DemoDice(seed, Kind, number);
        var (pattern, work) = dice.One(Kinds);
        var name = pattern.With(DemoWords.Companies.Stems[(number * 7 + dice.Between(0, 6)) % DemoWords.Companies.Stems.Length]);
        var place = PlaceFor(dice);
        var address = $"{Prefectures.Find(place.PrefectureCode)!.Name}{place.Name}{dice.One(DemoWords.Places.Towns)}{dice.Between(1, 5)}丁目{dice.Between(1, 30)}番{dice.Between(1, 20)}号"
            + (dice.Chance(0.3) ? $" {dice.One(DemoWords.Places.Buildings)}{dice.Between(2, 9)}階" : "");
        var office = new Office(OfficeNumber.Parse($"{place.PrefectureCode}{number % 20 + 1:00}-{number:000000}-{number % 10}"), name.Text, name.Kana,
            PostalCodes.ExampleIn(place), address, place.PrefectureCode, place.Code, pattern.IndustryCode);
        return new DemoOffice(office, dice.One(DemoWords.Companies.BusinessesFor(pattern)), dice.One(DemoWords.Companies.Features), work, place,
            dice.One(DemoWords.Places.Stations), dice.Weighted<int>([5, 12, 28, 60, 140, 380, 1200], n => 2000 / (n + 40) + 1) + dice.Between(0, 9), dice.Between(1948, 2021),
            dice.Chance(0.04) ? dice.One([StaffingKind.Dispatch, StaffingKind.Contract]) : StaffingKind.None);
    }

    public static Municipality PlaceFor(DemoDice dice)
    {
        var prefecture = dice.Weighted<Prefecture>(Prefectures.All, p => Population.GetValueOrDefault(p.Code, 1));
        return dice.One<Municipality>(Municipalities.InPrefecture(prefecture));
    }
}
