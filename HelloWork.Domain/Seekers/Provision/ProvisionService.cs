using HelloWork.Domain.Common;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// 求職情報提供サイトの利用: a seeker's second service beside MyPage, opened and closed by itself (AC-05). It hangs on the registration it
/// was opened for and ends with it, without anybody's doing (PV-05).
/// </summary>
public sealed class ProvisionService
{
    private ProvisionService() { }

    public ProvisionService(SeekerRegistration registration, int termsVersion, DateTime now)
    {
        SeekerId = registration.SeekerId;
        Open(registration, termsVersion, now);
    }

    public SeekerId SeekerId { get; private set; }
    public SeekerRegistrationId RegistrationId { get; private set; }
    public DateTime OpenedAt { get; private set; }
    /// <summary>Which text of the seekers' terms of use was agreed to, on <see cref="OpenedAt"/> (PV-01).</summary>
    public int TermsVersion { get; private set; }
    /// <summary>When the seeker let providers see the profile; null: not (any more).</summary>
    public DateTime? PublishedAt { get; private set; }
    /// <summary>アカウント利用停止 (PV-07)</summary>
    public DateTime? StoppedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>Opens, or opens again, for an open registration whose seeker told Hello Work of the wish (PV-01). Nothing is published by it.</summary>
    public void Open(SeekerRegistration registration, int termsVersion, DateTime now)
    {
        if (registration.SeekerId != SeekerId)
            throw new ArgumentException("The registration is another seeker's.", nameof(registration));
        if (!registration.IsOpenOn(Jst.DayOf(now)) || registration.ProvisionChoice is ProvisionChoice.Neither)
            throw new InvalidOperationException("The service needs an open registration with the wish for provision (PV-01).");

        RegistrationId = registration.Id;
        TermsVersion = termsVersion;
        OpenedAt = now;
        PublishedAt = null;
        StoppedAt = null;
        Version++;
    }

    public void Publish(DateTime now)
    {
        if (StoppedAt is not null)
            throw new InvalidOperationException($"The service was stopped at {StoppedAt:O}.");
        PublishedAt ??= now;
        Version++;
    }

    public void Unpublish()
    {
        PublishedAt = null;
        Version++;
    }

    /// <summary>The profile is gone from providers at this instant, and nothing new arrives.</summary>
    public void Stop(DateTime now)
    {
        if (StoppedAt is not null)
            throw new InvalidOperationException($"The service was stopped at {StoppedAt:O}.");
        StoppedAt = now;
        PublishedAt = null;
        Version++;
    }
}

/// <summary>利用規約（求職者用）: the text stands with the pages, by version; consent keeps the version.</summary>
public static class ProvisionTerms
{
    public const int CurrentVersion = 1;
    /// <summary>From when the current text holds.</summary>
    public static readonly DateOnly InForceFrom = new(2026, 11, 1);
}
