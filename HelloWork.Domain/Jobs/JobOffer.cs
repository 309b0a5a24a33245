using HelloWork.Domain.Common;

namespace HelloWork.Domain.Jobs;

/// <summary>求人: one job opening of an office.</summary>
public sealed class JobOffer
{
    private readonly List<JobOfferPlace> _places = [];

    private JobOffer() { }

    /// <param name="acceptedOn">受付年月日: the Japanese day Hello Work accepted it.</param>
    /// <param name="lastDay">紹介期限日 where one is set; otherwise the end of the month after next.</param>
    public JobOffer(JobNumber number, Office office, JobCard card, DateOnly acceptedOn, DateOnly? lastDay, DateTime now)
        : this(number, office, card, null, acceptedOn, lastDay, now) { }

    /// <param name="columns">What was read from this card ahead.</param>
    internal JobOffer(JobNumber number, Office office, JobCard card, JobColumns? columns, DateOnly acceptedOn, DateOnly? lastDay, DateTime now)
    {
        Id = new JobOfferId(NewId.Next());
        Number = number;
        OfficeId = office.Id;
        AcceptedOn = acceptedOn;
        LastDay = LastDayFor(acceptedOn, lastDay);
        Status = JobOfferStatus.AwaitingCheck;
        Revise(card, columns, now);
    }

    public JobOfferId Id { get; private set; }
    public JobNumber Number { get; private set; }
    public OfficeId OfficeId { get; private set; }
    public JobOfferStatus Status { get; private set; }
    public JobEndReason? EndReason { get; private set; }
    public DateTime? EndedAt { get; private set; }
    /// <summary>受付年月日</summary>
    public DateOnly AcceptedOn { get; private set; }
    /// <summary>紹介期限日: active through the end of this Japanese day (JO-05).</summary>
    public DateOnly LastDay { get; private set; }
    /// <summary>UTC: since when it can be found; null while it awaits its check, and of jobs published before this was kept.</summary>
    public DateTime? PublishedAt { get; private set; }
    public DateTime ChangedAt { get; private set; }
    /// <summary>Application-managed: SQLite has no row version.</summary>
    public int Version { get; private set; }

    public JobCard Card { get; private set; } = new();
    /// <summary>A change to what was checked, waiting for its own check; what is published stays until then (JO-01).</summary>
    public JobCard? ProposedCard { get; private set; }

    // Derived from the card for rules and search, in Revise only.
    public string Title { get; private set; } = "";
    public Disclosure Disclosure { get; private set; }
    public bool AcceptsSelfApplication { get; private set; }
    public StaffingKind Staffing { get; private set; }
    public bool WorkplaceNamed { get; private set; }
    public EmploymentType EmploymentType { get; private set; }
    public string? OccupationCode { get; private set; }
    /// <summary>職業分類の大分類（2けた）; null where the code is unknown.</summary>
    public string? OccupationMajor { get; private set; }
    /// <summary>職業分類の中分類（3けた）</summary>
    public string? OccupationMiddle { get; private set; }
    public JobTraits Traits { get; private set; }
    public WageUnit? WageUnit { get; private set; }
    /// <summary>Yen for <see cref="WageUnit"/>, lower bound of a + b.</summary>
    public int? WageFrom { get; private set; }
    public int? WageTo { get; private set; }
    public JobKind Kind { get; private set; }
    public bool PartTime { get; private set; }
    /// <summary>Yen for <see cref="WageUnit"/>, lower bound of the base pay alone.</summary>
    public int? WageBaseFrom { get; private set; }
    /// <summary>Minutes since midnight at which the earliest shift begins.</summary>
    public int? HoursFrom { get; private set; }
    /// <summary>Minutes since midnight at which the latest shift ends; above 1,440 on the next day.</summary>
    public int? HoursTo { get; private set; }
    /// <summary>月平均時間外労働時間; 0: none.</summary>
    public int? OvertimeHours { get; private set; }
    public JobDaysOff DaysOff { get; private set; }
    /// <summary>年間休日数</summary>
    public int? DaysOffPerYear { get; private set; }
    public JobInsurance Insurance { get; private set; }
    public int? AgeFrom { get; private set; }
    public int? AgeTo { get; private set; }
    /// <summary>Codes of the licences it asks for or welcomes, each between blanks.</summary>
    public string? LicenceCodes { get; private set; }
    /// <summary>従業員数（企業全体）</summary>
    public int? Employees { get; private set; }
    /// <summary><see cref="JobColumns.CurrentVersion"/> when these columns were read from the card.</summary>
    public int ColumnsVersion { get; private set; }
    /// <summary>Normalised 職種, without the office's name unless that is shown to all: words in it count more.</summary>
    public string SearchTitle { get; private set; } = "";
    /// <summary>Normalised words anyone may find it by; the office's name is in it only where it is shown to all.</summary>
    public string SearchWords { get; private set; } = "";
    /// <summary>Normalised office name, searched only for those who are shown it (公開範囲 2).</summary>
    public string SearchName { get; private set; } = "";
    public IReadOnlyList<JobOfferPlace> Places => _places;

    /// <summary>有効中 on a Japanese day: published and its last day not over, whether or not the scheduler has recorded the end.</summary>
    public bool IsActiveOn(DateOnly today) => Status == JobOfferStatus.Active && today <= LastDay;

    /// <summary>The first instant at which an active offer is no longer active by its last day.</summary>
    public DateTime EndsAt => Jst.EndOf(LastDay);

    /// <summary>Why online self-application can't be accepted, or null (JO-02, JO-03).</summary>
    public static SelfApplicationBar? BarToSelfApplication(JobCard card) => card switch
    {
        { Header.Disclosure: Disclosure.WithoutName or Disclosure.NotPublic } => SelfApplicationBar.OfficeNameNotShown,
        { Work: { Staffing: not StaffingKind.None, WorkplaceNamed: false } } => SelfApplicationBar.WorkplaceNotNamed,
        _ => null,
    };

    /// <summary>求人を公開する. The last day stands since acceptance; one that has passed can't be published.</summary>
    public void Publish(DateTime now)
    {
        if (Status is not JobOfferStatus.AwaitingCheck)
            throw new InvalidOperationException($"Job offer {Number} is {Status}; only one that awaits its check can be published.");
        if (now >= EndsAt)
            throw new InvalidOperationException($"Job offer {Number} had its last day on {LastDay}.");

        Status = JobOfferStatus.Active;
        PublishedAt = now;
        Touch(now);
    }

    /// <summary>
    /// Takes over a checked card and derives the columns from it.
    /// <exception cref="ArgumentException">It says self-application although something bars it (JO-02, JO-03): callers ask <see cref="BarToSelfApplication"/> first.</exception>
    /// </summary>
    public void Revise(JobCard card, DateTime now) => Revise(card, null, now);

    private void Revise(JobCard card, JobColumns? columns, DateTime now)
    {
        if (card.Header.AcceptsSelfApplication && BarToSelfApplication(card) is { } bar)
            throw new ArgumentException($"Job offer {Number} can't accept online self-application: {bar}.", nameof(card));

        Card = card;
        ProposedCard = null;
        Title = card.Work.Title;
        Disclosure = card.Header.Disclosure;
        AcceptsSelfApplication = card.Header.AcceptsSelfApplication;
        Staffing = card.Work.Staffing;
        WorkplaceNamed = card.Work.WorkplaceNamed;
        EmploymentType = card.Work.EmploymentType;
        Take(columns ?? JobColumns.Of(Number, card));
        ReplacePlaces(card.Work.Workplaces);
        Touch(now);
    }

    /// <summary>Reads the columns from the card anew; nothing of what it says has changed.</summary>
    internal void RefreshColumns() => Take(JobColumns.Of(Number, Card));

    private void Take(JobColumns columns)
    {
        OccupationCode = columns.OccupationCode;
        OccupationMajor = columns.OccupationMajor;
        OccupationMiddle = columns.OccupationMiddle;
        Traits = columns.Traits;
        (WageUnit, WageFrom, WageTo) = columns.Wage;
        SearchName = columns.SearchName;
        SearchTitle = columns.SearchTitle;
        SearchWords = columns.SearchWords;
        (Kind, PartTime, WageBaseFrom, HoursFrom, HoursTo, OvertimeHours, DaysOff, Insurance, LicenceCodes) = columns.Details;
        (DaysOffPerYear, AgeFrom, AgeTo, Employees) = (Card.Hours.DaysOffPerYear, Card.Work.AgeFrom, Card.Work.AgeTo, Card.Company.EmployeesInCompany);
        ColumnsVersion = JobColumns.CurrentVersion;
    }

    /// <summary>Keeps a changed card for a counselor's check while the published one stays (JO-01).</summary>
    public void Propose(JobCard card, DateTime now)
    {
        if (Status is JobOfferStatus.AwaitingCheck)
        {
            Revise(card, now);
            return;
        }
        ProposedCard = card;
        Touch(now);
    }

    /// <summary>Takes over the days as Hello Work set them. They are its own and need no check.</summary>
    public void Reschedule(DateOnly acceptedOn, DateOnly? lastDay, DateTime now)
    {
        if (Status is JobOfferStatus.Ended)
            throw new InvalidOperationException($"Job offer {Number} has ended.");

        AcceptedOn = acceptedOn;
        LastDay = LastDayFor(acceptedOn, lastDay);
        Touch(now);
    }

    /// <summary>Records the end. The reason «last day» needs the day to be over.</summary>
    public void End(JobEndReason reason, DateTime now)
    {
        if (Status is not JobOfferStatus.Active)
            throw new InvalidOperationException($"Job offer {Number} is {Status}; only an active one ends.");
        if (reason is JobEndReason.LastDayPassed && now < EndsAt)
            throw new InvalidOperationException($"Job offer {Number} is active through {LastDay}.");

        Status = JobOfferStatus.Ended;
        EndReason = reason;
        EndedAt = reason is JobEndReason.LastDayPassed ? EndsAt : now;
        Touch(now);
    }

    private void ReplacePlaces(IReadOnlyList<JobCard.Workplace> workplaces)
    {
        var wanted = workplaces
            .Where(w => w.PrefectureCode is not null)
            .Select(w => (w.PrefectureCode!, w.MunicipalityCode))
            .Distinct().Take(4).ToList();
        if (_places.Select(p => (p.PrefectureCode, p.MunicipalityCode)).SequenceEqual(wanted))
            return;
        _places.Clear();
        _places.AddRange(wanted.Select((w, i) => new JobOfferPlace(Id, (byte)(i + 1), w.Item1, w.MunicipalityCode)));
    }

    private void Touch(DateTime now)
    {
        ChangedAt = now;
        Version++;
    }

    /// <summary>紹介期限日 of an offer: the one that is set, but never later than the end of the month after next (JO-05).</summary>
    public static DateOnly LastDayFor(DateOnly acceptedOn, DateOnly? set) =>
        Jst.EndOfMonthAfterNext(acceptedOn) is var last && set < last ? set.Value : last;
}

/// <summary>就業場所（検索用）: where the work is, by code; at most four.</summary>
public sealed class JobOfferPlace
{
    private JobOfferPlace() { }

    internal JobOfferPlace(JobOfferId offer, byte position, string prefectureCode, string? municipalityCode)
    {
        JobOfferId = offer;
        Position = position;
        PrefectureCode = prefectureCode;
        MunicipalityCode = municipalityCode;
    }

    public JobOfferId JobOfferId { get; private set; }
    public byte Position { get; private set; }
    public string PrefectureCode { get; private set; } = "";
    public string? MunicipalityCode { get; private set; }
}
