using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Seekers;

/// <summary>公開プロフィール: the statement as employers find it, by its public number. Whether anyone may see it is <see cref="ContactPolicy"/>'s to say.</summary>
public sealed class SeekerProfile
{
    private readonly List<ProfilePlace> _places = [];
    private readonly List<ProfileOccupation> _occupations = [];
    private readonly List<ProfileLicence> _licences = [];

    private SeekerProfile() { }

    public SeekerProfile(Seeker seeker, PublicNumber publicNumber, SeekerStatement statement, DateTime now)
    {
        SeekerId = seeker.Id;
        PublicNumber = publicNumber;
        State(statement, now);
    }

    public SeekerId SeekerId { get; private set; }
    public PublicNumber PublicNumber { get; private set; }
    public SeekerStatement Statement { get; private set; } = new();
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }

    // Derived from the statement for search, in State and RefreshColumns only.
    public WorkingStyle Style { get; private set; }
    public bool WantsRegular { get; private set; }
    public int? WishedMonthlyIncome { get; private set; }
    public int? WishedHourlyIncome { get; private set; }
    public SeekerTraits Traits { get; private set; }
    public int? CommutingMinutes { get; private set; }
    /// <summary>Of all past work that is stated together.</summary>
    public int ExperienceMonths { get; private set; }
    /// <summary>For providers only: no search of employers asks for it.</summary>
    public int? LastMonthlyIncome { get; private set; }
    /// <summary>Divisions of the industry, each between blanks.</summary>
    public string? Industries { get; private set; }
    public int ColumnsVersion { get; private set; }
    public string SearchWords { get; private set; } = "";
    public IReadOnlyList<ProfilePlace> Places => _places;
    public IReadOnlyList<ProfileOccupation> Occupations => _occupations;
    public IReadOnlyList<ProfileLicence> Licences => _licences;

    public void State(SeekerStatement statement, DateTime now)
    {
        Statement = statement;
        Style = statement.Style;
        WantsRegular = statement.WantsRegular;
        WishedMonthlyIncome = statement.WishedMonthlyIncome;
        WishedHourlyIncome = statement.WishedHourlyIncome;
        RefreshColumns();
        Rewrite(_places, [.. statement.Places.Distinct()], (row, place) => row.Become(place), (position, place) => new ProfilePlace(SeekerId, position, place));
        Rewrite(_occupations, [.. statement.OccupationCodes.Distinct()], (row, code) => row.Become(code), (position, code) => new ProfileOccupation(SeekerId, position, code));
        Rewrite(_licences, [.. LicencesOf(statement)], (row, code) => row.Become(code), (position, code) => new ProfileLicence(SeekerId, position, code));
        ChangedAt = now;
        Version++;
    }

    /// <summary>Reads what it is searched by from the statement anew.</summary>
    internal void RefreshColumns()
    {
        var columns = SeekerColumns.Of(Statement);
        (Traits, Industries, ExperienceMonths, SearchWords) = (columns.Traits, columns.Industries, columns.ExperienceMonths, columns.SearchWords);
        (CommutingMinutes, LastMonthlyIncome) = (Statement.CommutingMinutes, Statement.LastMonthlyIncome);
        ColumnsVersion = SeekerColumns.CurrentVersion;
    }

    /// <summary>Rows are keyed by their position: one that stays is written over, since a new row can't take the key of one removed in the same breath.</summary>
    private static void Rewrite<TRow, TValue>(List<TRow> rows, IReadOnlyList<TValue> values, Action<TRow, TValue> become, Func<byte, TValue, TRow> make)
        where TRow : IPositioned
    {
        rows.RemoveAll(row => row.Position > values.Count);
        foreach (var row in rows)
            become(row, values[row.Position - 1]);
        for (var i = rows.Count; i < values.Count; i++)
            rows.Add(make((byte)(i + 1), values[i]));
    }

    /// <summary>By code, or by a name that the table has.</summary>
    private static IEnumerable<string> LicencesOf(SeekerStatement s) => s.LicenceCodes
        .Concat(s.Licences.Append(s.DrivingLicence).Select(name => ReferenceData.Licences.ByName(name)?.Code).OfType<string>())
        .Where(code => ReferenceData.Licences.Find(code) is not null).Distinct().Take(byte.MaxValue);
}

internal interface IPositioned
{
    byte Position { get; }
}

/// <summary>希望勤務地（検索用）</summary>
public sealed class ProfilePlace : IPositioned
{
    private ProfilePlace() { }

    internal ProfilePlace(SeekerId seeker, byte position, WishedPlace place)
    {
        SeekerId = seeker;
        Position = position;
        Become(place);
    }

    public SeekerId SeekerId { get; private set; }
    public byte Position { get; private set; }
    public string PrefectureCode { get; private set; } = "";
    public string? MunicipalityCode { get; private set; }

    internal void Become(WishedPlace place)
    {
        PrefectureCode = place.PrefectureCode;
        MunicipalityCode = place.MunicipalityCode;
    }
}

/// <summary>希望する職業（検索用）</summary>
public sealed class ProfileOccupation : IPositioned
{
    private ProfileOccupation() { }

    internal ProfileOccupation(SeekerId seeker, byte position, string code)
    {
        SeekerId = seeker;
        Position = position;
        OccupationCode = code;
    }

    public SeekerId SeekerId { get; private set; }
    public byte Position { get; private set; }
    public string OccupationCode { get; private set; } = "";

    internal void Become(string code) => OccupationCode = code;
}

/// <summary>免許・資格（検索用）</summary>
public sealed class ProfileLicence : IPositioned
{
    private ProfileLicence() { }

    internal ProfileLicence(SeekerId seeker, byte position, string code)
    {
        SeekerId = seeker;
        Position = position;
        LicenceCode = code;
    }

    public SeekerId SeekerId { get; private set; }
    public byte Position { get; private set; }
    public string LicenceCode { get; private set; } = "";

    internal void Become(string code) => LicenceCode = code;
}

/// <summary>プロフィールの閲覧記録: who opened which profile, when (SS-06). Never changed, never removed with the quota.</summary>
public sealed class ProfileView
{
    private ProfileView() { }

    public ProfileView(SeekerId seeker, Guid viewer, Guid organisation, ViewerKind kind, DateTime now)
    {
        SeekerId = seeker;
        ViewerAccountId = viewer;
        ViewerOrganisationId = organisation;
        ViewerKind = kind;
        ViewedAt = now;
    }

    public long Id { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public Guid ViewerAccountId { get; private set; }
    /// <summary>The office's or provider's key; which one, <see cref="ViewerKind"/> says.</summary>
    public Guid ViewerOrganisationId { get; private set; }
    public ViewerKind ViewerKind { get; private set; }
    public DateTime ViewedAt { get; private set; }
}

/// <summary>閲覧した団体の種類</summary>
public enum ViewerKind
{
    /// <summary>求人者</summary>
    Employer = 1,
    /// <summary>利用団体</summary>
    Provider = 2,
}
