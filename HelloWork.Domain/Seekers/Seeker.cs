using HelloWork.Domain.Common;

namespace HelloWork.Domain.Seekers;

/// <summary>求職者: the person. What stands here is personal data and leaves only with an application (AP-01).</summary>
public sealed class Seeker
{
    private Seeker() { }

    public Seeker(PersonalDetails details)
    {
        Id = new SeekerId(NewId.Next());
        Details = details;
        BornOn = details.BirthDate;
    }

    public SeekerId Id { get; private set; }
    public PersonalDetails Details { get; private set; } = null!;
    /// <summary>Derived from the details, for looking a person up at the window.</summary>
    public DateOnly BornOn { get; private set; }
    /// <summary>The person's one account for both services (AC-05); null: none has been opened.</summary>
    public Guid? AccountId { get; private set; }
    public DateTime? MyPageOpenedAt { get; private set; }
    public DateTime? MyPageClosedAt { get; private set; }

    public bool HasMyPage => MyPageOpenedAt is not null && MyPageClosedAt is null;

    /// <summary>Ties the account to the person, with no service opened yet.</summary>
    public void TakeAccount(Guid account)
    {
        if (AccountId is not null && AccountId != account)
            throw new InvalidOperationException("One person has one account (AC-05).");
        AccountId = account;
    }

    public void OpenMyPage(Guid account, DateTime now)
    {
        TakeAccount(account);
        MyPageOpenedAt = now;
        MyPageClosedAt = null;
    }

    public void CloseMyPage(DateTime now)
    {
        if (!HasMyPage)
            throw new InvalidOperationException("There is no open MyPage to close.");
        MyPageClosedAt = now;
    }

    public void Correct(PersonalDetails details) => (Details, BornOn) = (details, details.BirthDate);
}

/// <summary>個人情報: who the person is and how to reach them. Never part of a profile.</summary>
public sealed record PersonalDetails
{
    /// <summary>氏名</summary>
    public required string Name { get; init; }
    /// <summary>氏名カナ</summary>
    public required string NameKana { get; init; }
    /// <summary>生年月日</summary>
    public required DateOnly BirthDate { get; init; }
    public string? PostalCode { get; init; }
    /// <summary>住所</summary>
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
}

/// <summary>求職登録: a registration at Hello Work, with the consents told there (CO-01).</summary>
public sealed class SeekerRegistration
{
    private SeekerRegistration() { }

    public SeekerRegistration(Seeker seeker, RegistrationNumber number, RegistrationKind kind, DateOnly acceptedOn)
    {
        Id = new SeekerRegistrationId(NewId.Next());
        SeekerId = seeker.Id;
        Number = number;
        Kind = kind;
        AcceptedOn = acceptedOn;
        LastDay = Jst.EndOfMonthAfterNext(acceptedOn);
        PlacementOfficeCode = number.PlacementOfficeCode;
    }

    public SeekerRegistrationId Id { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public RegistrationNumber Number { get; private set; }
    public RegistrationKind Kind { get; private set; }
    /// <summary>求職申込日</summary>
    public DateOnly AcceptedOn { get; private set; }
    /// <summary>有効期間の末日: open through the end of this Japanese day.</summary>
    public DateOnly LastDay { get; private set; }
    /// <summary>Null while open, as far as recorded; see <see cref="IsOpenOn"/>.</summary>
    public DateTime? EndedAt { get; private set; }
    public RegistrationEndReason? EndReason { get; private set; }
    /// <summary>求職申込みを行ったハローワーク</summary>
    public string PlacementOfficeCode { get; private set; } = "";
    /// <summary>求職公開: wishes publication to employers (SS-02).</summary>
    public bool ShownToEmployers { get; private set; }
    /// <summary>求職情報提供の希望 (PV-01, PV-02).</summary>
    public ProvisionChoice ProvisionChoice { get; private set; }
    /// <summary>有効期限の予告: of 14, 7 and 1 days before the last day the latest that was told (PV-05); null: none yet.</summary>
    public byte? EndForetold { get; private set; }
    public int Version { get; private set; }

    public DateTime EndsAt => Jst.EndOf(LastDay);

    public bool IsOpenOn(DateOnly today) => EndedAt is null && today <= LastDay;

    public void RecordConsents(bool shownToEmployers, ProvisionChoice provision)
    {
        ShownToEmployers = shownToEmployers;
        ProvisionChoice = provision;
        Version++;
    }

    /// <summary>Hello Work staff saw the person and their papers: an online registrant becomes 利用登録者.</summary>
    public void Confirm()
    {
        if (Kind is RegistrationKind.VerifiedAtOffice)
            throw new InvalidOperationException($"Registration {Id} was confirmed before.");
        Kind = RegistrationKind.VerifiedAtOffice;
        Version++;
    }

    /// <summary>The first day on which a renewal is taken: that of the registration's last month.</summary>
    public DateOnly RenewableFrom => new(LastDay.Year, LastDay.Month, 1);

    /// <summary>有効期間を1か月延ばす: through the end of the month after the last day's (PV-05). The end is foretold anew.</summary>
    public void Renew(DateOnly today)
    {
        if (!IsOpenOn(today))
            throw new InvalidOperationException($"Registration {Id} is over; a new one begins instead.");
        if (today < RenewableFrom)
            throw new InvalidOperationException($"Registration {Id} is renewed from {RenewableFrom} on.");
        LastDay = new DateOnly(LastDay.Year, LastDay.Month, 1).AddMonths(2).AddDays(-1);
        EndForetold = null;
        Version++;
    }

    public void Foretell(byte days)
    {
        EndForetold = days;
        Version++;
    }

    public void End(RegistrationEndReason reason, DateTime now)
    {
        if (EndedAt is not null)
            throw new InvalidOperationException($"The registration ended at {EndedAt:O}.");
        if (reason is RegistrationEndReason.LastDayPassed && now < EndsAt)
            throw new InvalidOperationException($"The registration is open through {LastDay}.");

        EndedAt = reason is RegistrationEndReason.LastDayPassed ? EndsAt : now;
        EndReason = reason;
        Version++;
    }
}
