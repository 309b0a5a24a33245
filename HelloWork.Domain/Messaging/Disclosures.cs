using HelloWork.Domain.Common;

namespace HelloWork.Domain.Messaging;

/// <summary>
/// 最初の案内メッセージの必須情報 (MS-02): what a provider has to disclose before anything else, and its procedure for step 6. Sent as it
/// stood at that moment; a later change of the template changes nothing that was sent.
/// </summary>
public sealed record Disclosures
{
    public const int LongestText = 1000;
    public const int LongestOfficer = 300;

    /// <summary>紹介実績 of the last business year</summary>
    public string PlacementRecord { get; init; } = "";
    /// <summary>取扱求人</summary>
    public string JobsHandled { get; init; } = "";
    /// <summary>手数料; null: not chosen yet</summary>
    public FeeKind? Fee { get; init; }
    /// <summary>手数料の内容: with <see cref="FeeKind.ChargedByException"/> the exception, amount, time and refund</summary>
    public string FeeDetails { get; init; } = "";
    /// <summary>個人情報管理責任者, with contact</summary>
    public string PersonalDataOfficer { get; init; } = "";
    /// <summary>苦情処理責任者, with contact</summary>
    public string ComplaintsOfficer { get; init; } = "";
    /// <summary>求職申込みの手続き: how a seeker who wishes to use the service applies to the provider (step 6, MS-07)</summary>
    public string ApplicationProcedure { get; init; } = "";

    /// <summary>What is missing or too long before a first guidance message can be sent, in the order of the form; none: complete.</summary>
    public IReadOnlyList<DisclosureFault> Faults()
    {
        var faults = new List<DisclosureFault>();
        Check(PlacementRecord, DisclosureField.PlacementRecord, LongestText);
        Check(JobsHandled, DisclosureField.JobsHandled, LongestText);
        if (Fee is null)
            faults.Add(new(DisclosureField.Fee, TooLong: false));
        if (Fee is FeeKind.ChargedByException || FeeDetails.Length > 0)
            Check(FeeDetails, DisclosureField.FeeDetails, LongestText);
        Check(PersonalDataOfficer, DisclosureField.PersonalDataOfficer, LongestOfficer);
        Check(ComplaintsOfficer, DisclosureField.ComplaintsOfficer, LongestOfficer);
        Check(ApplicationProcedure, DisclosureField.ApplicationProcedure, LongestText);
        return faults;

        void Check(string text, DisclosureField field, int most)
        {
            if (text.Length == 0)
                faults.Add(new(field, TooLong: false));
            else if (!WrittenText.Fits(text, most))
                faults.Add(new(field, TooLong: true));
        }
    }

    public Disclosures Tidied() => this with
    {
        PlacementRecord = WrittenText.Tidy(PlacementRecord),
        JobsHandled = WrittenText.Tidy(JobsHandled),
        FeeDetails = WrittenText.Tidy(FeeDetails),
        PersonalDataOfficer = WrittenText.Tidy(PersonalDataOfficer),
        ComplaintsOfficer = WrittenText.Tidy(ComplaintsOfficer),
        ApplicationProcedure = WrittenText.Tidy(ApplicationProcedure),
    };
}

/// <summary>手数料の区分 (職業安定法32条の3).</summary>
public enum FeeKind
{
    /// <summary>求職者からは徴収しない: the rule</summary>
    NoneFromSeekers = 1,
    /// <summary>例外にあたり徴収する</summary>
    ChargedByException = 2,
}

/// <summary>必須情報の項目</summary>
public enum DisclosureField
{
    PlacementRecord = 1,
    JobsHandled = 2,
    Fee = 3,
    FeeDetails = 4,
    PersonalDataOfficer = 5,
    ComplaintsOfficer = 6,
    ApplicationProcedure = 7,
}

/// <param name="TooLong">Or with characters that can't be shown; false: missing.</param>
public sealed record DisclosureFault(DisclosureField Field, bool TooLong);
