using System.Collections.Frozen;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>
/// Codes and names of the layout's closed lists. 公開希望, 雇用形態 and the kinds of job are numbered as in the official job search;
/// the official list of the others was not to be had, so that a name in the file always goes before a code.
/// </summary>
internal static class CodeLists
{
    public static readonly FrozenDictionary<string, Disclosure> Disclosures = new Dictionary<string, Disclosure>
    {
        ["1"] = Disclosure.NameToAll, ["2"] = Disclosure.NameToSeekers, ["3"] = Disclosure.WithoutName, ["4"] = Disclosure.NotPublic,
        ["事業所名等を含む求人情報を公開する"] = Disclosure.NameToAll,
        ["ハローワークの求職者に限定して、事業所名等を含む求人情報を公開する"] = Disclosure.NameToSeekers,
        ["ハローワークの求職者に限定して事業所名等を含む求人情報を公開する"] = Disclosure.NameToSeekers,
        ["事業所名等を含まない求人情報を公開する"] = Disclosure.WithoutName,
        ["求人情報を公開しない"] = Disclosure.NotPublic,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, EmploymentType> EmploymentTypes = new Dictionary<string, EmploymentType>
    {
        ["1"] = EmploymentType.Regular, ["2"] = EmploymentType.NonRegular, ["3"] = EmploymentType.FixedTermDispatch, ["4"] = EmploymentType.PermanentDispatch,
        ["5"] = EmploymentType.Part, ["6"] = EmploymentType.PartFixedTermDispatch, ["7"] = EmploymentType.PartPermanentDispatch,
        ["正社員"] = EmploymentType.Regular, ["正社員以外"] = EmploymentType.NonRegular, ["契約社員"] = EmploymentType.NonRegular,
        ["準社員"] = EmploymentType.NonRegular, ["嘱託社員"] = EmploymentType.NonRegular, ["嘱託"] = EmploymentType.NonRegular,
        ["有期雇用派遣労働者"] = EmploymentType.FixedTermDispatch, ["有期雇用派遣"] = EmploymentType.FixedTermDispatch,
        ["無期雇用派遣労働者"] = EmploymentType.PermanentDispatch, ["無期雇用派遣"] = EmploymentType.PermanentDispatch,
        ["パート労働者"] = EmploymentType.Part, ["パート"] = EmploymentType.Part, ["パートタイム"] = EmploymentType.Part, ["アルバイト"] = EmploymentType.Part,
        ["有期雇用派遣パート"] = EmploymentType.PartFixedTermDispatch, ["無期雇用派遣パート"] = EmploymentType.PartPermanentDispatch,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, StaffingKind> Staffing = new Dictionary<string, StaffingKind>
    {
        ["0"] = StaffingKind.None, ["1"] = StaffingKind.Dispatch, ["2"] = StaffingKind.Contract, ["3"] = StaffingKind.Dispatch,
        ["派遣・請負ではない"] = StaffingKind.None, ["派遣・請負等ではない"] = StaffingKind.None, ["なし"] = StaffingKind.None,
        ["派遣"] = StaffingKind.Dispatch, ["労働者派遣"] = StaffingKind.Dispatch, ["紹介予定派遣"] = StaffingKind.Dispatch, ["派遣・請負"] = StaffingKind.Dispatch,
        ["請負"] = StaffingKind.Contract,
    }.ToFrozenDictionary();

    /// <summary>不可 stands before 可: both contain the character.</summary>
    public static readonly FrozenDictionary<string, bool> Accepts = new Dictionary<string, bool>
    {
        ["1"] = true, ["可"] = true, ["可能"] = true, ["受け付ける"] = true, ["受付可"] = true, ["あり"] = true, ["オンライン自主応募の受付可"] = true, ["オンライン自主応募可"] = true,
        ["0"] = false, ["2"] = false, ["不可"] = false, ["受け付けない"] = false, ["受付不可"] = false, ["なし"] = false, ["オンライン自主応募の受付不可"] = false, ["オンライン自主応募不可"] = false,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, string> Kinds = Numbered("一般", "新卒・既卒", "季節", "出稼ぎ", "障害のある方のための求人");

    public static readonly FrozenDictionary<string, string> FullOrPart = new Dictionary<string, string>
    {
        ["1"] = "フルタイム", ["2"] = "パート", ["フル"] = "フルタイム", ["パートタイム"] = "パート", ["フルタイム"] = "フルタイム", ["パート"] = "パート",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, string> WageForms = Numbered("月給", "日給", "時給", "年俸制", "その他");

    public static readonly FrozenDictionary<string, string> TwoDaysOff = Numbered("毎週", "その他", "なし");

    public static readonly FrozenDictionary<string, string> Reasons = Numbered("欠員補充", "増員", "新規事業所設立", "その他");

    public static readonly FrozenDictionary<string, string> Terms = Numbered("雇用期間の定めなし", "雇用期間の定めあり（4か月以上）", "雇用期間の定めあり（4か月未満）", "日雇");

    public static readonly FrozenDictionary<string, string> Necessity = Numbered("必須", "あれば尚可");

    public static readonly FrozenDictionary<string, string> YesNo = Numbered("あり", "なし").Append(new("0", "なし")).ToFrozenDictionary();

    public static readonly FrozenDictionary<string, string> Allowed = Numbered("可", "不可").Append(new("0", "不可")).ToFrozenDictionary();

    private static FrozenDictionary<string, string> Numbered(params string[] names) =>
        names.Select((name, index) => KeyValuePair.Create($"{index + 1}", name)).ToFrozenDictionary();
}
