using HelloWork.Domain.Common;

namespace HelloWork.Domain.Providers;

/// <summary>利用団体: an organisation that the labour bureau let see anonymous profiles (PR-01).</summary>
public sealed class Provider
{
    public const int LongestName = 200;
    public const int LongestAbout = 500;

    private readonly List<ProviderHandling> _handling = [];

    private Provider() { }

    public Provider(LicenceNumber licence, ProviderKind kind, string name, Handling handling, PrivacyMarkNumber? privacyMark, string about, DateTime termsAcceptedAt, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("A provider has a name.", nameof(name));
        Id = new ProviderId(NewId.Next());
        Licence = licence;
        Kind = kind;
        Group = GroupOf(kind);
        Name = name.Trim();
        About = about.Trim();
        TermsAcceptedAt = termsAcceptedAt;
        AdmittedAt = now;
        Handle(handling, privacyMark);
    }

    public ProviderId Id { get; private set; }
    public LicenceNumber Licence { get; private set; }
    public ProviderKind Kind { get; private set; }
    /// <summary>Derived from <see cref="Kind"/>.</summary>
    public ProviderGroup Group { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>A line about the organisation for seekers: where it is, what it is.</summary>
    public string About { get; private set; } = "";
    public PrivacyMarkNumber? PrivacyMark { get; private set; }
    public DateTime TermsAcceptedAt { get; private set; }
    /// <summary>承諾</summary>
    public DateTime AdmittedAt { get; private set; }
    /// <summary>利用解除</summary>
    public DateTime? RemovedAt { get; private set; }
    public int Version { get; private set; }
    /// <summary>What it handles; without a row of a kind it handles all of that kind.</summary>
    public IReadOnlyList<ProviderHandling> Handling => _handling;

    public static ProviderGroup GroupOf(ProviderKind kind) => kind switch
    {
        ProviderKind.PaidAgency or ProviderKind.FreeAgency or ProviderKind.School or ProviderKind.SpecialCorporation => ProviderGroup.PrivateAgencies,
        ProviderKind.LocalGovernment or ProviderKind.NurseCentre or ProviderKind.WelfareCentre or ProviderKind.NurseryCentre => ProviderGroup.LocalGovernments,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public void Handle(Handling handling, PrivacyMarkNumber? privacyMark)
    {
        // A code that stays keeps its row: a new one can't take the key of one removed in the same breath.
        var codes = handling.Codes.ToHashSet();
        _handling.RemoveAll(h => !codes.Contains((h.Kind, h.Code)));
        codes.ExceptWith(_handling.Select(h => (h.Kind, h.Code)));
        _handling.AddRange(codes.Select(code => new ProviderHandling(Id, code.Kind, code.Code)));
        PrivacyMark = privacyMark;
        Version++;
    }

    public void Remove(DateTime now)
    {
        if (RemovedAt is not null)
            throw new InvalidOperationException($"{Licence} was removed at {RemovedAt:O}.");
        RemovedAt = now;
        Version++;
    }
}

/// <summary>取り扱う求人の地域・業種・職種. No code of a kind: all of that kind.</summary>
/// <param name="Prefectures">Codes 01 to 47.</param>
/// <param name="Industries">Divisions A to T.</param>
/// <param name="Occupations">Major groups 01 to 15.</param>
public sealed record Handling(IReadOnlyList<string> Prefectures, IReadOnlyList<string> Industries, IReadOnlyList<string> Occupations)
{
    public static readonly Handling Everything = new([], [], []);

    public IEnumerable<(HandlingKind Kind, string Code)> Codes =>
    [
        .. Prefectures.Distinct().Select(c => (HandlingKind.Prefecture, c)),
        .. Industries.Distinct().Select(c => (HandlingKind.Industry, c)),
        .. Occupations.Distinct().Select(c => (HandlingKind.Occupation, c)),
    ];

    /// <summary>Whether every code is one of the reference tables.</summary>
    public bool IsKnown => Codes.All(c => c.Kind switch
    {
        HandlingKind.Prefecture => ReferenceData.Prefectures.Find(c.Code) is not null,
        HandlingKind.Industry => ReferenceData.Industries.Find(c.Code) is { IsDivision: true },
        _ => ReferenceData.Occupations.Find(c.Code) is { Level: ReferenceData.OccupationLevel.Major },
    });

    public static Handling Of(IEnumerable<ProviderHandling> rows)
    {
        var codes = rows.ToLookup(r => r.Kind, r => r.Code);
        return new([.. codes[HandlingKind.Prefecture].Order()], [.. codes[HandlingKind.Industry].Order()], [.. codes[HandlingKind.Occupation].Order()]);
    }
}

/// <summary>One thing a provider handles.</summary>
public sealed class ProviderHandling
{
    private ProviderHandling() { }

    internal ProviderHandling(ProviderId provider, HandlingKind kind, string code)
    {
        ProviderId = provider;
        Kind = kind;
        Code = code;
    }

    public ProviderId ProviderId { get; private set; }
    public HandlingKind Kind { get; private set; }
    public string Code { get; private set; } = "";
}

/// <summary>利用団体の担当者: an account that acts for a provider. A provider may have several.</summary>
public sealed class ProviderMember
{
    private ProviderMember() { }

    public ProviderMember(ProviderId provider, Guid account)
    {
        ProviderId = provider;
        AccountId = account;
    }

    public ProviderId ProviderId { get; private set; }
    public Guid AccountId { get; private set; }
}

/// <summary>利用停止の期間 (OV-02, OV-03): from an instant to an instant; it ends by itself.</summary>
public sealed class ProviderSuspension
{
    private ProviderSuspension() { }

    public ProviderSuspension(ProviderId provider, DateTime startsAt, DateTime endsAt)
    {
        if (endsAt <= startsAt)
            throw new ArgumentException("A suspension ends after it starts.", nameof(endsAt));
        Id = NewId.Next();
        ProviderId = provider;
        StartsAt = startsAt;
        EndsAt = endsAt;
    }

    /// <summary>An office's suspension: it ends by itself after <see cref="UnconfirmedFor"/> unless the bureau confirms it (OV-02).</summary>
    public static ProviderSuspension ByOffice(ProviderId provider, DateTime startsAt, DateTime orderedEnd)
    {
        var unconfirmed = startsAt + UnconfirmedFor;
        return new(provider, startsAt, orderedEnd < unconfirmed ? orderedEnd : unconfirmed) { OrderedEndsAt = orderedEnd };
    }

    /// <summary>安定所の停止が、労働局の確認なしに続く長さ</summary>
    public static readonly TimeSpan UnconfirmedFor = TimeSpan.FromDays(3);

    public Guid Id { get; private set; }
    public ProviderId ProviderId { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; private set; }
    /// <summary>UTC: the first instant at which it no longer holds. An earlier end shortens it.</summary>
    public DateTime EndsAt { get; private set; }
    /// <summary>The end an office ordered; null: the bureau's own suspension.</summary>
    public DateTime? OrderedEndsAt { get; private set; }
    /// <summary>労働局が確認した時</summary>
    public DateTime? ConfirmedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>Holds at this instant, as far as its end is known now.</summary>
    public bool HoldsAt(DateTime now) => StartsAt <= now && now < EndsAt;

    /// <summary>An office's, which the bureau hasn't decided on.</summary>
    public bool AwaitsConfirmationAt(DateTime now) => OrderedEndsAt is not null && ConfirmedAt is null && HoldsAt(now);

    /// <summary>The bureau lets the office's suspension go on to the end that was ordered, or to another one.</summary>
    public void Confirm(DateTime? until, DateTime now)
    {
        if (!AwaitsConfirmationAt(now))
            throw new InvalidOperationException("The suspension doesn't wait for the bureau.");
        ConfirmedAt = now;
        EndAt(until ?? OrderedEndsAt!.Value);
    }

    public void EndAt(DateTime at)
    {
        EndsAt = at <= StartsAt ? throw new ArgumentException("A suspension ends after it starts.", nameof(at)) : at;
        Version++;
    }
}
