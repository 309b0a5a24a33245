namespace HelloWork.Domain.Jobs.Import;

/// <summary>Why a file as a whole isn't imported. Nothing of it goes in.</summary>
public enum FileRefusal
{
    NotFound = 1,
    IsFolder = 2,
    /// <summary>No right to read it, or the device failed.</summary>
    NotReadable = 3,
    /// <summary>A pipe or a device: it is read three times, so it has to be a file.</summary>
    NotAFile = 4,
    Empty = 5,
    /// <summary>Says to be in an encoding other than UTF-8 and Shift_JIS.</summary>
    EncodingNotSupported = 6,
    /// <summary>Its bytes aren't in the encoding it says.</summary>
    EncodingDoesNotFit = 7,
    /// <summary>Says no encoding, and is neither UTF-8 nor Shift_JIS.</summary>
    EncodingUnknown = 8,
    BrokenXml = 9,
    /// <summary>It declares a document type: that is how XML bombs and file theft work.</summary>
    DocumentType = 10,
    WrongRoot = 11,
    BrokenCsv = 12,
    HeaderMissing = 13,
    HeaderTwice = 14,
    NoRecords = 15,
    /// <summary>A field longer than <see cref="LayoutRecord.LongestField"/>.</summary>
    FieldTooLong = 16,
    /// <summary>More unknown tags than any version of the layout could bring.</summary>
    NotTheLayout = 17,
    /// <summary>It was sound when it was checked and isn't any more: what went in before that stays.</summary>
    ChangedWhileReading = 18,
}

/// <param name="Line">From 1, where there is one.</param>
/// <param name="Detail">The tag, header or encoding that the refusal is about.</param>
public sealed record FileProblem(FileRefusal Refusal, int? Line = null, string? Detail = null);

/// <summary>Why a record isn't imported. The rest of the file is.</summary>
public enum RecordRefusal
{
    Missing = 1,
    /// <summary>The same tag twice with different contents.</summary>
    TagTwice = 2,
    /// <summary>Other elements inside the tag.</summary>
    NotPlainText = 3,
    /// <summary>A CSV row with more or fewer columns than the header.</summary>
    ColumnCount = 4,
    ControlCharacters = 5,
    TooLong = 6,
    /// <summary>Not the shape of such a number (JO-06) or code.</summary>
    Shape = 7,
    NotADate = 8,
    NotANumber = 9,
    OutOfRange = 10,
    NotATime = 11,
    /// <summary>A code or name that its list doesn't have.</summary>
    NotInList = 12,
    LowerAboveUpper = 13,
    LastDayBeforeAcceptance = 14,
    /// <summary>JO-05: nobody could be referred to it any more, and as a draft it could never be published.</summary>
    LastDayPassed = 15,
    /// <summary>JO-02: self-application without the office's name shown.</summary>
    SelfApplicationWithoutOfficeName = 16,
    /// <summary>JO-03: self-application with a dispatch or contract office's workplace not named.</summary>
    SelfApplicationWithoutWorkplace = 17,
    /// <summary>The number stands in the file before, with other contents.</summary>
    TwiceInFile = 18,
    /// <summary>The job offer has ended here; offered again it needs a new number.</summary>
    OfferEnded = 19,
    /// <summary>The number belongs to another office's job offer.</summary>
    OtherOffice = 20,
}

/// <param name="Line">Of the field in XML, of the row in CSV; where the record starts when the database is what it doesn't fit.</param>
/// <param name="Tag">As the file writes it; null where the record as a whole is meant.</param>
/// <param name="Japanese">What the tag is called.</param>
/// <param name="Value">Shortened, with control characters made visible.</param>
/// <param name="Limit">The length, bound or other tag that the refusal speaks of.</param>
public sealed record FieldProblem(int Line, string? Tag, string? Japanese, string? Value, RecordRefusal Refusal, string? Limit = null);

/// <param name="Line">Where the record starts.</param>
/// <param name="Number">求人番号 as the file writes it, shortened.</param>
public sealed record RefusedRecord(int Line, string? Number, IReadOnlyList<FieldProblem> Problems);

/// <summary>What an operator should know although the record went in.</summary>
public enum ImportRemark
{
    /// <summary>The corporate number's check digit is wrong: the job goes in without the number.</summary>
    CorporateNumberLeftOut = 1,
    /// <summary>No office number: the office is told by name and address and carries a provisional number.</summary>
    OfficeNumberProvisional = 2,
    /// <summary>The file's last day is later than the end of the month after next, which stands instead (JO-05).</summary>
    LastDayShortened = 3,
}

/// <param name="Lines">The first few.</param>
public sealed record RemarkCount(ImportRemark Remark, int Count, IReadOnlyList<int> Lines);

/// <summary>A tag of the file that the layout doesn't know: its contents aren't kept.</summary>
public sealed record UnknownTag(string Name, int Count);

/// <summary>Told while the import runs.</summary>
public abstract record ImportEvent
{
    /// <summary>First pass: bytes of the whole file.</summary>
    public sealed record Checking(long Bytes, long? TotalBytes, int Records) : ImportEvent;

    /// <summary>Second pass: records of the whole file.</summary>
    public sealed record Importing(int Records, int TotalRecords, int RefusedRecords) : ImportEvent;

    public sealed record Refused(RefusedRecord Record) : ImportEvent;
}

/// <summary>What an import did. Records = Added + Changed + Published + Unchanged + Refused.</summary>
/// <param name="Problem">The file as a whole was refused; the counts are those of before.</param>
/// <param name="Changed">Known job offers whose contents or days were taken over or proposed.</param>
/// <param name="Proposed">Of the changed: published ones whose change waits for its check (JO-01).</param>
/// <param name="Published">Known job offers that were only published.</param>
/// <param name="Unchanged">Known and the same; also a record that stands twice in the file.</param>
public sealed record ImportResult(
    FileProblem? Problem, int Records, int Added, int Changed, int Proposed, int Published, int Unchanged, int Refused,
    int OfficesAdded, int OfficesChanged, IReadOnlyList<RemarkCount> Remarks, IReadOnlyList<UnknownTag> UnknownTags, TimeSpan Elapsed);
