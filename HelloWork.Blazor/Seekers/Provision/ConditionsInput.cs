using HelloWork.Domain.Providers;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>The boxes of the conditions as ticked; a code that no table has is nobody's box.</summary>
internal sealed record ConditionsInput(Handling Wanted, bool PrivacyMarkOnly)
{
    public static ConditionsInput Read(IFormCollection form)
    {
        return new(new(
                Codes("Prefectures", c => Prefectures.Find(c)?.Code == c),
                Codes("Industries", c => Industries.Find(c) is { IsDivision: true } division && division.Code == c),
                Codes("Occupations", c => Occupations.Find(c) is { Level: OccupationLevel.Major } major && major.Code == c)),
            form.ContainsKey("Input.PrivacyMarkOnly"));

        IReadOnlyList<string> Codes(string name, Func<string, bool> known) => [.. form[$"Input.{name}"].OfType<string>().Where(known).Distinct()];
    }
}
