using System.Security.Cryptography;
using System.Text;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Domain.Messaging;

/// <summary>案内の定型: a provider's disclosures as they will stand in its next first guidance message. May be kept incomplete.</summary>
public sealed class GuidanceTemplate
{
    private GuidanceTemplate() { }

    public GuidanceTemplate(ProviderId provider) => ProviderId = provider;

    public ProviderId ProviderId { get; private set; }
    public Disclosures Disclosures { get; private set; } = new();
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }

    public void Save(Disclosures disclosures, DateTime now)
    {
        Disclosures = disclosures;
        ChangedAt = now;
        Version++;
    }
}

/// <summary>案内メッセージの下書き: one per account and those it was begun for, with those of them it shall go to. What is begun for others is another.</summary>
public sealed class GuidanceDraft
{
    /// <summary>In UTF-16 units: room for a text that is still too long to send.</summary>
    public const int Room = 8000;
    public const int SubjectRoom = 800;
    public const int MostRecipients = 50;
    /// <summary>So many an account has at most; with a further one the oldest goes.</summary>
    public const int Most = 50;
    /// <summary>Fifty numbers of eleven letters, and commas between.</summary>
    internal const int LongestKey = MostRecipients * 12 - 1;

    private GuidanceDraft() { }

    public GuidanceDraft(Guid account, string key) => (AccountId, Key) = (account, key);

    public Guid AccountId { get; private set; }
    /// <summary>The numbers it was begun for, in order; empty: begun for nobody in particular, or in a former version.</summary>
    public string Key { get; private set; } = "";
    public IReadOnlyList<AliasNumber> Recipients { get; private set; } = [];
    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";
    public DateTime SavedAt { get; private set; }

    /// <summary>Tells whether what is sent is what was shown for confirmation: another window may have typed on, a colleague changed the template.</summary>
    public string FingerprintWith(Disclosures disclosures) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{string.Join(',', Recipients)}\n{Subject}\n{Body}\n{disclosures}")));

    /// <summary>Those it was begun for.</summary>
    public IReadOnlyList<AliasNumber> Asked => AskedIn(Key);

    public static IReadOnlyList<AliasNumber> AskedIn(string key) => key.Length == 0 ? [] : [.. key.Split(',').Select(number => new AliasNumber(number))];

    public static string KeyOf(IEnumerable<AliasNumber> asked) => string.Join(',', asked.Select(a => a.Value).Distinct().Order(StringComparer.Ordinal).Take(MostRecipients));

    public void Save(IReadOnlyList<AliasNumber> recipients, string subject, string body, DateTime now)
    {
        Recipients = recipients;
        Subject = subject;
        Body = body;
        SavedAt = now;
    }
}

/// <summary>案内の送信数: how many guidance messages a provider sent on one Japanese day. The database itself holds the cap.</summary>
public sealed class GuidanceCount
{
    /// <summary>1団体1日あたりの上限</summary>
    public const int MostPerDay = 1000;

    private GuidanceCount() { }

    public GuidanceCount(ProviderId provider, DateOnly day)
    {
        ProviderId = provider;
        Day = day;
    }

    public ProviderId ProviderId { get; private set; }
    public DateOnly Day { get; private set; }
    public int Sent { get; private set; }
    public int Version { get; private set; }

    public bool HasRoom => Sent < MostPerDay;

    public void Note()
    {
        if (!HasRoom)
            throw new InvalidOperationException($"A provider sends at most {MostPerDay} guidance messages a day.");
        Sent++;
        Version++;
    }
}
