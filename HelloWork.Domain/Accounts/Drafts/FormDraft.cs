namespace HelloWork.Domain.Accounts.Drafts;

/// <summary>書きかけ: what somebody has typed into a form and not sent yet, field by field. Nobody else sees it; it goes when the form is sent.</summary>
public sealed class FormDraft
{
    /// <summary>In UTF-16 units, names and all: room for texts that are still too long to send.</summary>
    public const int Room = 32_000;
    public const int MostFields = 100;
    public const int LongestRecord = 40;
    /// <summary>So many an account has at most; with a further one the oldest goes.</summary>
    public const int Most = 200;
    /// <summary>One that nobody has touched for so long goes.</summary>
    public const int DaysKept = 180;

    private FormDraft() { }

    public FormDraft(Guid account, DraftForm form, string record) => (AccountId, Form, Record) = (account, form, record);

    public Guid AccountId { get; private set; }
    public DraftForm Form { get; private set; }
    /// <summary>What it is about: a key or a number, as in the form's address; empty: there is one such form.</summary>
    public string Record { get; private set; } = "";
    public TypedFields Fields { get; private set; } = TypedFields.None;
    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; private set; }

    public void Save(TypedFields fields, DateTime now) => (Fields, SavedAt) = (fields, now);
}

/// <summary>入力した項目: what stands in a form's fields as typed, right or wrong, by their names.</summary>
public sealed record TypedFields(IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    private static readonly HashSet<string> Drawn = new(StringComparer.Ordinal)
    {
        "Offer.Key", "Move.Interview", "Move.Seen", "Record.Seen", "Record.Confirmed", "Record.Back", "Input.Report", "Input.Version", "Input.Go", "Input.Step",
    };

    public static TypedFields None { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Whether a page draws it and nobody types it: keys, what the page showed, the button that was pressed.</summary>
    public static bool IsDrawn(string name) => Drawn.Contains(name);

    public string? One(string name) => Values.GetValueOrDefault(name) is [var first, ..] ? first : null;

    public IReadOnlyList<string> All(string name) => Values.GetValueOrDefault(name) ?? [];

    [System.Text.Json.Serialization.JsonIgnore] public bool IsEmpty => Values.All(v => IsDrawn(v.Key) || v.Value.All(string.IsNullOrWhiteSpace));
}

/// <summary>Which form. Stored: none is renumbered.</summary>
public enum DraftForm : byte
{
    /// <summary>面接の日時の提案, by application.</summary>
    InterviewOffer = 1,
    /// <summary>面接の日時や場所の変更, by interview.</summary>
    InterviewMove = 2,
    /// <summary>選考の結果, by application.</summary>
    ApplicationStep = 3,
    /// <summary>ハローワークへの問い合わせ, by the seeker's public number.</summary>
    Inquiry = 4,
    /// <summary>案内の定型</summary>
    GuidanceTemplate = 5,
    /// <summary>団体の通報, by conversation.</summary>
    ProviderReport = 6,
    /// <summary>是正要請, by report.</summary>
    OfficeOrder = 7,
    /// <summary>労働局の是正要請, by provider.</summary>
    BureauOrder = 8,
    /// <summary>違反の終了, by violation.</summary>
    ViolationEnd = 9,
    /// <summary>紹介の結果（求人者）, by referral.</summary>
    ReferralOutcome = 10,
    /// <summary>紹介の結果（返信票）, by referral.</summary>
    ReturnSlip = 11,
    /// <summary>事業所の紹介の確認, by office number.</summary>
    OfficeCheck = 12,
    /// <summary>利用団体の承諾</summary>
    Admission = 13,
}
