namespace HelloWork.Domain.Jobs;

/// <summary>賃金（下限）の分布: the wages of jobs that are paid by one unit, each job in one bar.</summary>
/// <param name="Jobs">How many are paid by the unit.</param>
/// <param name="Step">Width of a bar in yen.</param>
/// <param name="Bars">Lower edge in yen and number of jobs; edges without gaps. The first bar holds the few below it as well, the last the few above.</param>
/// <param name="LowerQuarter">Wage that a quarter of the jobs don't go beyond.</param>
/// <param name="UpperQuarter">Wage that three quarters of the jobs don't go beyond.</param>
public sealed record WageSpread(WageUnit Unit, int Jobs, int Step, IReadOnlyList<(int From, int Count)> Bars, int LowerQuarter, int Median, int UpperQuarter)
{
    /// <param name="wages">Each wage and how many jobs offer it, ascending.</param>
    /// <returns>Null: too few jobs to say anything.</returns>
    internal static WageSpread? Of(WageUnit unit, IReadOnlyList<(int Wage, int Count)> wages)
    {
        if (WageDistribution.Of(unit, wages) is not { } shown)
            return null;
        var jobs = wages.Sum(w => w.Count);
        var below = wages.Where(w => w.Wage < shown.Bars[0].From).Sum(w => w.Count);
        return new(unit, jobs, shown.Step, [(shown.Bars[0].From, shown.Bars[0].Count + below), .. shown.Bars.Skip(1)], AtQuarter(1), shown.Median, AtQuarter(3));

        int AtQuarter(int quarter)
        {
            var before = 0;
            return wages.First(w => (before += w.Count) * 4L >= jobs * (long)quarter).Wage;
        }
    }

    /// <summary>In which bar a wage is counted.</summary>
    public int BarOf(int wage) => Math.Clamp((wage - Bars[0].From) / Step, 0, Bars.Count - 1);
}

/// <summary>Where a job's wage stands among those of similar jobs.</summary>
public enum WageRank
{
    /// <summary>Four fifths or more pay more.</summary>
    Low = 1,
    BelowMiddle = 2,
    Middle = 3,
    AboveMiddle = 4,
    /// <summary>Four fifths or more pay less.</summary>
    High = 5,
}

/// <summary>賃金の位置: a job's wage among the jobs of the same 職業中分類 in the same prefecture that are paid by the same unit, itself included.</summary>
/// <param name="Wage">賃金（下限）, in yen.</param>
/// <param name="Similar">The search that finds them.</param>
public sealed record WagePlace(int Wage, WageSpread Spread, JobSearchQuery Similar, WageRank Rank)
{
    /// <param name="wages">Each wage and how many jobs offer it.</param>
    internal static WageRank RankOf(int wage, IReadOnlyList<(int Wage, int Count)> wages)
    {
        // Those with the same wage stand beside it: half of them count as below. Doubled, to stay with whole numbers.
        var below = wages.Sum(w => w.Wage < wage ? 2L * w.Count : w.Wage == wage ? w.Count : 0);
        var all = 2L * wages.Sum(w => w.Count);
        return (below * 100 / Math.Max(1, all)) switch
        {
            < 20 => WageRank.Low,
            < 40 => WageRank.BelowMiddle,
            < 60 => WageRank.Middle,
            < 80 => WageRank.AboveMiddle,
            _ => WageRank.High,
        };
    }
}
