using System.Collections.Immutable;
using System.Globalization;

namespace HelloWork.Blazor.Commands.Demo.Words;

/// <summary>An allowance (手当) and its usual monthly range in yen.</summary>
public sealed record AllowanceWords(string Name, WageRange Monthly);

/// <summary>Sentences that fit any occupation. In <see cref="RequestOpenings"/> {office} and {job} stand for names: see <see cref="Fill"/>.</summary>
public sealed class PhraseWords
{
    internal PhraseWords(WordFile file)
    {
        RequestOpenings = [.. file["request-openings"]];
        RequestReasons = [.. file["request-reasons"]];
        RequestDetails = [.. file["request-details"]];
        RequestClosings = [.. file["request-closings"]];
        Motivations = [.. file["motivations"]];
        DeclineReasons = [.. file["decline-reasons"]];
        SelectionNotes = [.. file["selection-notes"]];
        HiredNotes = [.. file["hired-notes"]];
        NotHiredNotes = [.. file["not-hired-notes"]];
        EmployerThread = [.. file["employer-thread"]];
        ApplicantThread = [.. file["applicant-thread"]];
        Inquiries = [.. file["inquiries"]];
        GeneralRemarks = [.. file["general-remarks"]];
        GeneralMessages = [.. file["general-messages"]];
        Appeals = [.. file["appeals"]];
        GeneralWishes = [.. file["general-wishes"]];
        Conditions = [.. file["conditions"]];
        Allowances = [.. file.Rows("allowances").Select(row => new AllowanceWords(row[0], Range(row[1])))];
        Schools = [.. file["schools"]];
        NamesOfNonRegular = [.. file["names-of-non-regular"]];
    }

    /// <summary>Direct request: first sentence.</summary>
    public ImmutableArray<string> RequestOpenings { get; }

    /// <summary>Direct request: why this seeker, where the occupation has no words of its own.</summary>
    public ImmutableArray<string> RequestReasons { get; }

    /// <summary>Direct request: something about the job.</summary>
    public ImmutableArray<string> RequestDetails { get; }

    /// <summary>Direct request: last sentence.</summary>
    public ImmutableArray<string> RequestClosings { get; }

    /// <summary>志望動機.</summary>
    public ImmutableArray<string> Motivations { get; }

    /// <summary>辞退の理由.</summary>
    public ImmutableArray<string> DeclineReasons { get; }

    /// <summary>Notes on the way of a selection.</summary>
    public ImmutableArray<string> SelectionNotes { get; }

    /// <summary>Notes with 採用.</summary>
    public ImmutableArray<string> HiredNotes { get; }

    /// <summary>Reasons with 不採用.</summary>
    public ImmutableArray<string> NotHiredNotes { get; }

    /// <summary>What employers write to applicants.</summary>
    public ImmutableArray<string> EmployerThread { get; }

    /// <summary>What applicants write to employers.</summary>
    public ImmutableArray<string> ApplicantThread { get; }

    /// <summary>What employers ask an office about a seeker without MyPage (問い合わせ).</summary>
    public ImmutableArray<string> Inquiries { get; }

    /// <summary>求人に関する特記事項 for any job.</summary>
    public ImmutableArray<string> GeneralRemarks { get; }

    /// <summary>事業所からのメッセージ for any job.</summary>
    public ImmutableArray<string> GeneralMessages { get; }

    /// <summary>アピールポイント for any seeker.</summary>
    public ImmutableArray<string> Appeals { get; }

    /// <summary>希望 for any seeker.</summary>
    public ImmutableArray<string> GeneralWishes { get; }

    /// <summary>Things to consider (配慮してほしいこと) of a seeker.</summary>
    public ImmutableArray<string> Conditions { get; }

    /// <summary>定額的に支払われる手当.</summary>
    public ImmutableArray<AllowanceWords> Allowances { get; }

    /// <summary>学科.</summary>
    public ImmutableArray<string> Schools { get; }

    /// <summary>正社員以外の名称.</summary>
    public ImmutableArray<string> NamesOfNonRegular { get; }

    /// <summary>Puts the names in.</summary>
    public static string Fill(string phrase, string office, string job) => phrase.Replace("{office}", office).Replace("{job}", job);

    private static WageRange Range(string text) => text.Split('-') is [var from, var to]
        ? new(int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture))
        : throw new FormatException(text);
}
