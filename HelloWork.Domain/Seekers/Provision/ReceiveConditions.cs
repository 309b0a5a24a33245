using HelloWork.Domain.Providers;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// メッセージ受信条件 (PV-06): which providers may see the profile and write, by what they handle. Without a code of a kind any of
/// that kind will do; with some, a provider has to handle one of them. No row at all: no conditions.
/// </summary>
public sealed class ReceiveConditions
{
    private readonly List<ReceiveConditionCode> _codes = [];

    private ReceiveConditions() { }

    public ReceiveConditions(SeekerId seeker) => SeekerId = seeker;

    public SeekerId SeekerId { get; private set; }
    /// <summary>プライバシーマークを保有する団体に限る</summary>
    public bool PrivacyMarkOnly { get; private set; }
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ReceiveConditionCode> Codes => _codes;

    public Handling Wanted
    {
        get
        {
            var codes = _codes.ToLookup(c => c.Kind, c => c.Code);
            return new([.. codes[HandlingKind.Prefecture].Order()], [.. codes[HandlingKind.Industry].Order()], [.. codes[HandlingKind.Occupation].Order()]);
        }
    }

    public void Set(Handling wanted, bool privacyMarkOnly, DateTime now)
    {
        // A code that stays keeps its row: a new one can't take the key of one removed in the same breath.
        var codes = wanted.Codes.ToHashSet();
        _codes.RemoveAll(c => !codes.Contains((c.Kind, c.Code)));
        codes.ExceptWith(_codes.Select(c => (c.Kind, c.Code)));
        _codes.AddRange(codes.Select(c => new ReceiveConditionCode(SeekerId, c.Kind, c.Code)));
        PrivacyMarkOnly = privacyMarkOnly;
        ChangedAt = now;
        Version++;
    }
}

/// <summary>One prefecture, industry or occupation a seeker wants a provider to handle.</summary>
public sealed class ReceiveConditionCode
{
    private ReceiveConditionCode() { }

    internal ReceiveConditionCode(SeekerId seeker, HandlingKind kind, string code)
    {
        SeekerId = seeker;
        Kind = kind;
        Code = code;
    }

    public SeekerId SeekerId { get; private set; }
    public HandlingKind Kind { get; private set; }
    public string Code { get; private set; } = "";
}

/// <summary>ブロック (MS-05): the provider's messages don't arrive and it can't see the profile. Lifting it removes the row; the trail keeps both.</summary>
public sealed class ProviderBlock
{
    private ProviderBlock() { }

    public ProviderBlock(SeekerId seeker, ProviderId provider, DateTime now)
    {
        SeekerId = seeker;
        ProviderId = provider;
        BlockedAt = now;
    }

    public SeekerId SeekerId { get; private set; }
    public ProviderId ProviderId { get; private set; }
    public DateTime BlockedAt { get; private set; }
}
