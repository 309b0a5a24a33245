using HelloWork.Domain.Common;

namespace HelloWork.Domain.Jobs.Profiles;

/// <summary>事業所の紹介文. An immutable document.</summary>
public sealed record OfficeTexts(string? Homepage = null, string? Business = null, string? Features = null, string? Message = null, string? Welfare = null, string? Training = null)
{
    public const int Longest = 600;

    public OfficeTexts Tidied() => new(Tidy(Homepage), Tidy(Business), Tidy(Features), Tidy(Message), Tidy(Welfare), Tidy(Training));

    /// <summary>Names of the texts that can't be shown as they are.</summary>
    public IEnumerable<string> Faults()
    {
        if (Homepage is not null && !(Homepage.Length <= 200 && Uri.TryCreate(Homepage, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return nameof(Homepage);
        foreach (var (name, text, most) in new[] { (nameof(Business), Business, 200), (nameof(Features), Features, 200), (nameof(Message), Message, Longest), (nameof(Welfare), Welfare, 300), (nameof(Training), Training, 300) })
            if (text is not null && !WrittenText.Fits(text, most))
                yield return name;
    }

    /// <summary>Whether a draft can hold them: four times what can be shown, nothing that can't be stored.</summary>
    public bool HasRoom() => new[] { Homepage, Business, Features, Message, Welfare, Training }.OfType<string>().All(t => t.Length <= 16 * Longest && WrittenText.IsClean(t));

    private static string? Tidy(string? text) => WrittenText.Tidy(text) is { Length: > 0 } tidy ? tidy : null;
}

/// <summary>事業所の紹介 (JO-04): kept once at the office, checked by a counselor before it is shown, and what a new draft starts with.</summary>
public sealed class OfficeProfile
{
    public const int LongestComment = 500;

    private OfficeProfile() { }

    public OfficeProfile(OfficeId office) => OfficeId = office;

    public OfficeId OfficeId { get; private set; }
    /// <summary>Checked and shown.</summary>
    public OfficeTexts? Published { get; private set; }
    /// <summary>Waits for its check.</summary>
    public OfficeTexts? Proposed { get; private set; }
    /// <summary>What the counselor said about what wasn't shown.</summary>
    public string? Comment { get; private set; }
    /// <summary>As typed so far by the office's people, right or wrong; counselors don't see it.</summary>
    public OfficeTexts? Draft { get; private set; }
    public DateTime? DraftSavedAt { get; private set; }
    public DateTime ChangedAt { get; private set; }
    /// <summary>Grows with each change of texts and pictures: what was looked at is decided on, or nothing.</summary>
    public int Version { get; private set; }

    /// <summary>Nothing of what is checked or shown changes with it.</summary>
    public void Keep(OfficeTexts texts, DateTime now) => (Draft, DraftSavedAt) = (texts, now);

    public void Propose(OfficeTexts texts, DateTime now)
    {
        (Draft, DraftSavedAt) = (null, null);
        Proposed = texts;
        Comment = null;
        Touch(now);
    }

    public void Decide(bool publish, string? comment, DateTime now)
    {
        if (publish && Proposed is not null)
            (Published, Proposed) = (Proposed, null);
        Comment = comment;
        Touch(now);
    }

    /// <summary>A picture of it came or went.</summary>
    public void Touch(DateTime now)
    {
        ChangedAt = now;
        Version++;
    }
}

/// <summary>事業所の写真 (JO-04): one of ten, with the words for those who can't see it.</summary>
public sealed class OfficePicture
{
    public const int Most = 10;
    public const int LongestCaption = 100;

    private OfficePicture() { }

    public OfficePicture(OfficeId office, int slot, PictureFile file, string caption, DateTime now)
    {
        Id = NewId.Next();
        OfficeId = office;
        Slot = (byte)slot;
        Type = file.Type;
        Width = file.Width;
        Height = file.Height;
        Bytes = file.Bytes;
        Caption = caption;
        AddedAt = now;
        State = PictureState.Waiting;
    }

    public Guid Id { get; private set; }
    public OfficeId OfficeId { get; private set; }
    public byte Slot { get; private set; }
    public PictureType Type { get; private set; }
    public int Width { get; private set; }
    public int Height { get; private set; }
    public byte[] Bytes { get; private set; } = [];
    /// <summary>説明: also the picture's alternative text.</summary>
    public string Caption { get; private set; } = "";
    public DateTime AddedAt { get; private set; }
    public PictureState State { get; private set; }

    public void Decide(bool show)
    {
        if (State is PictureState.Waiting)
            State = show ? PictureState.Shown : PictureState.Refused;
    }
}

/// <summary>写真の状態</summary>
public enum PictureState : byte
{
    /// <summary>確認待ち</summary>
    Waiting = 1,
    /// <summary>公開中</summary>
    Shown = 2,
    /// <summary>公開しない</summary>
    Refused = 3,
}
