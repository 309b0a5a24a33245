using HelloWork.Domain.Common;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Desk;

/// <summary>受付: one thing that waits at a placement office, with its due day (CO-06). It points at the record and knows nothing of it.</summary>
public sealed class DeskItem
{
    public const int LongestNumber = 20;
    public const int LongestText = 200;
    public const int LongestWords = 400;

    private DeskItem() { }

    public DeskItem(DeskWork work, DateTime now)
    {
        Id = new DeskItemId(NewId.Next());
        Kind = work.Kind;
        RecordId = work.Record;
        State = DeskItemState.New;
        OpenedAt = now;
        Take(work);
    }

    public DeskItemId Id { get; private set; }
    public string PlacementOfficeCode { get; private set; } = "";
    public DeskItemKind Kind { get; private set; }
    /// <summary>Key of the record it is about: a job offer, an inquiry, a registration.</summary>
    public Guid RecordId { get; private set; }
    /// <summary>The number people use for the record.</summary>
    public string Number { get; private set; } = "";
    /// <summary>内容: what there is to do it about, without a person's name.</summary>
    public string Subject { get; private set; } = "";
    /// <summary>相手: an office or provider by name, a seeker by number.</summary>
    public string Counterpart { get; private set; } = "";
    /// <summary>Number, subject and counterpart in the one form in which text is searched.</summary>
    public string SearchWords { get; private set; } = "";
    public DateTime OpenedAt { get; private set; }
    /// <summary>期限: the last Japanese day to do it.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>担当; null: nobody yet.</summary>
    public Guid? AssigneeId { get; private set; }
    public DeskItemState State { get; private set; }
    /// <summary>Null: still to do.</summary>
    public DateTime? ClosedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>Brings an open item up to date with its record. Assignee and state stay.</summary>
    public void Take(DeskWork work)
    {
        Demand();
        PlacementOfficeCode = work.PlacementOfficeCode;
        Number = work.Number;
        Subject = Shortened(work.Subject);
        Counterpart = Shortened(work.Counterpart);
        DueOn = work.DueOn;
        var words = SearchText.Normalise($"{Number} {Counterpart} {Subject}");
        SearchWords = words.Length <= LongestWords ? words : words[..LongestWords];
        Version++;
    }

    /// <summary>担当を決める; null gives it back.</summary>
    public void Assign(Guid? counselor)
    {
        Demand();
        AssigneeId = counselor;
        Version++;
    }

    /// <summary>期限を変える</summary>
    public void Postpone(DateOnly dueOn)
    {
        Demand();
        DueOn = dueOn;
        Version++;
    }

    public void Move(DeskItemState state)
    {
        Demand();
        if (state is DeskItemState.Done)
            throw new ArgumentException("What is done is closed with its time.", nameof(state));
        State = state;
        Version++;
    }

    public void Close(DateTime now)
    {
        Demand();
        State = DeskItemState.Done;
        ClosedAt = now;
        Version++;
    }

    private void Demand()
    {
        if (ClosedAt is not null)
            throw new InvalidOperationException($"Desk item {Id} was closed at {ClosedAt:O}.");
    }

    // Subjects are a list's words; the record has the whole.
    private static string Shortened(string text)
    {
        if (text.Length <= LongestText)
            return text;
        var cut = char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1;
        return string.Concat(text.AsSpan(0, cut), "…");
    }
}

/// <summary>What a verb puts on an office's desk.</summary>
/// <param name="PlacementOfficeCode">安定所番号, 5 digits.</param>
/// <param name="Subject">Without a person's name.</param>
/// <param name="Counterpart">An office or provider by name, a seeker by number.</param>
public sealed record DeskWork(string PlacementOfficeCode, DeskItemKind Kind, Guid Record, string Number, string Subject, string Counterpart, DateOnly DueOn);

/// <summary>種別. Stored: none is renumbered.</summary>
public enum DeskItemKind : byte
{
    /// <summary>求人の確認 (CO-02)</summary>
    JobCheck = 1,
    /// <summary>問い合わせ: an employer's, about a seeker without MyPage (CO-03)</summary>
    Inquiry = 2,
    /// <summary>相談: a seeker's (AP-04)</summary>
    Consultation = 3,
    /// <summary>職業紹介: one whose outcome is awaited (CO-04)</summary>
    Referral = 4,
    /// <summary>求職登録: to confirm or about to end (CO-01)</summary>
    Registration = 5,
    /// <summary>苦情・違反 (CO-05)</summary>
    Complaint = 6,
}

/// <summary>状態</summary>
public enum DeskItemState : byte
{
    /// <summary>未着手</summary>
    New = 1,
    /// <summary>対応中</summary>
    InProgress = 2,
    /// <summary>相手の返事待ち</summary>
    Waiting = 3,
    /// <summary>終わり</summary>
    Done = 4,
}

/// <summary>メモ: what a counselor wrote down about a desk item, for colleagues only.</summary>
public sealed class DeskNote
{
    public const int LongestText = 1000;

    private DeskNote() { }

    public DeskNote(DeskItemId item, Guid author, string text, DateTime now)
    {
        Id = NewId.Next();
        DeskItemId = item;
        AuthorId = author;
        Text = text;
        WrittenAt = now;
    }

    public Guid Id { get; private set; }
    public DeskItemId DeskItemId { get; private set; }
    public Guid AuthorId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime WrittenAt { get; private set; }
}

/// <summary>経過: one change a counselor made to a desk item. What the record's own verbs did stands in the record.</summary>
public sealed class DeskStep
{
    private DeskStep() { }

    private DeskStep(DeskItemId item, Guid account, DeskStepKind kind, DateTime now)
    {
        Id = NewId.Next();
        DeskItemId = item;
        AccountId = account;
        Kind = kind;
        At = now;
    }

    public Guid Id { get; private set; }
    public DeskItemId DeskItemId { get; private set; }
    /// <summary>Who did it.</summary>
    public Guid AccountId { get; private set; }
    public DateTime At { get; private set; }
    public DeskStepKind Kind { get; private set; }
    /// <summary>The new one; null: given back.</summary>
    public Guid? AssigneeId { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public DeskItemState? State { get; private set; }

    public static DeskStep Assigned(DeskItemId item, Guid account, Guid? assignee, DateTime now) => new(item, account, DeskStepKind.Assigned, now) { AssigneeId = assignee };

    public static DeskStep DueChanged(DeskItemId item, Guid account, DateOnly dueOn, DateTime now) => new(item, account, DeskStepKind.DueChanged, now) { DueOn = dueOn };

    public static DeskStep Moved(DeskItemId item, Guid account, DeskItemState state, DateTime now) => new(item, account, DeskStepKind.Moved, now) { State = state };
}

/// <summary>Stored: none is renumbered.</summary>
public enum DeskStepKind : byte
{
    /// <summary>担当の変更</summary>
    Assigned = 1,
    /// <summary>期限の変更</summary>
    DueChanged = 2,
    /// <summary>状態の変更</summary>
    Moved = 3,
}

/// <summary>職員の配属: the placement office a counselor works at. A counselor without one sees no desk.</summary>
public sealed class StaffPost
{
    private StaffPost() { }

    public StaffPost(Guid account, string placementOfficeCode)
    {
        AccountId = account;
        MoveTo(placementOfficeCode);
    }

    public Guid AccountId { get; private set; }
    public string PlacementOfficeCode { get; private set; } = "";
    /// <summary>Single-key shortcuts are switched off (WCAG 2.1.4).</summary>
    public bool ShortcutsOff { get; private set; }

    public void MoveTo(string placementOfficeCode) =>
        PlacementOfficeCode = ReferenceData.PlacementOffices.Find(placementOfficeCode)?.Code ?? throw new ArgumentException($"{placementOfficeCode} isn't a placement office.", nameof(placementOfficeCode));

    public void UseShortcuts(bool on) => ShortcutsOff = !on;
}

/// <summary>番号の連番: the last number drawn of a series of desk numbers, for instance Q-2603.</summary>
public sealed class DeskNumberSeries
{
    private DeskNumberSeries() { }

    public DeskNumberSeries(string name) => Name = name;

    public string Name { get; private set; } = "";
    public int Last { get; private set; }

    public int Next() => ++Last;
}
