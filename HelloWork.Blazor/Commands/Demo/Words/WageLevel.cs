using System.Collections.Immutable;
using System.Globalization;

namespace HelloWork.Blazor.Commands.Demo.Words;

/// <summary>How wages differ between regions, roughly.</summary>
/// <param name="Name">"A" for the large cities, "B", "C".</param>
/// <param name="Factor">On the range of an occupation.</param>
/// <param name="LowestHourly">Yen an hour that no example goes below, above the minimum wage (最低賃金).</param>
/// <param name="LowestMonthly">The same a month.</param>
/// <param name="PrefectureCodes">Where it holds.</param>
public sealed record WageLevel(string Name, decimal Factor, int LowestHourly, int LowestMonthly, ImmutableArray<string> PrefectureCodes)
{
    internal static WageLevel Read(string[] row) => new(row[0], decimal.Parse(row[1], CultureInfo.InvariantCulture),
        int.Parse(row[2], CultureInfo.InvariantCulture), int.Parse(row[3], CultureInfo.InvariantCulture), [.. row[4].Split(' ')]);

    internal WageRange Apply(WageRange range, int lowest, int step)
    {
        var from = Math.Max(lowest, Rounded(range.From));
        return new(from, Math.Max(from + 2 * step, Rounded(range.To)));

        int Rounded(int yen) => (int)(yen * Factor / step) * step;
    }
}
