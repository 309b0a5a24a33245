using System.Text.RegularExpressions;

namespace HelloWork.Domain.Jobs;

/// <summary>こだわり条件: what a job card says in words that people filter by, read once when the card is taken over.</summary>
[Flags]
public enum JobTraits
{
    None = 0,
    /// <summary>経験を問わない: 必要な経験等 says 不問.</summary>
    NoExperience = 1,
    /// <summary>学歴を問わない: 学歴 says 不問.</summary>
    NoEducation = 2,
    /// <summary>免許・資格を問わない: none is 必須; one that is 尚可 doesn't count.</summary>
    NoLicence = 4,
    /// <summary>土日休み: both days are 休日 and the two-day week isn't only sometimes (週休二日制 その他、なし).</summary>
    WeekendsOff = 8,
    /// <summary>在宅勤務ができる</summary>
    WorkFromHome = 16,
    /// <summary>転勤がない: 転勤の可能性 says なし.</summary>
    NoTransfer = 32,
}

internal static partial class JobTraitReading
{
    public static JobTraits TraitsOf(JobCard card)
    {
        var work = card.Work;
        return Given(Says(work.Experience, "不問"), JobTraits.NoExperience)
            | Given(Says(work.Education, "不問"), JobTraits.NoEducation)
            | Given(!AsksForLicence(work), JobTraits.NoLicence)
            | Given(WeekendsAreOff(card.Hours), JobTraits.WeekendsOff)
            | Given(!string.IsNullOrWhiteSpace(work.WorkFromHome) && !Denial().IsMatch(work.WorkFromHome), JobTraits.WorkFromHome)
            | Given(work.Transfer is { } transfer && Denial().IsMatch(transfer), JobTraits.NoTransfer);
    }

    private static JobTraits Given(bool holds, JobTraits trait) => holds ? trait : JobTraits.None;

    private static bool Says(string? text, string word) => text?.Contains(word, StringComparison.Ordinal) == true;

    private static bool AsksForLicence(JobCard.WorkBlock work) =>
        work.Licences.Any(l => IsMust(l.Necessity)) || IsMust(work.DrivingLicence) || IsMust(work.OtherLicences);

    private static bool IsMust(string? necessity) => Says(necessity, "必須") || Says(necessity, "必要");

    private static bool WeekendsAreOff(JobCard.HoursBlock hours) =>
        hours.DaysOff is { } days && days.Contains('土') && Sunday().IsMatch(days)
        && (hours.TwoDaysOffAWeek is null || Says(hours.TwoDaysOffAWeek, "毎週"));

    // 不可, 無 and なし, but not 可能性は少ない or 無期限.
    [GeneratedRegex("なし|無し|不可|^無$|ありません|できない|できません|非該当")]
    private static partial Regex Denial();

    // 日 as Sunday: 土日, 日曜, or standing by itself in a list; not the 日 of 祝日, 休日 or 土曜日.
    [GeneratedRegex("土[・、，,　 ]?日|日曜|(?:^|[・、，,　 ])日(?:$|[・、，,　 祝])")]
    private static partial Regex Sunday();
}
