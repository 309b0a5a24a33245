using HelloWork.Domain.Jobs;

namespace HelloWork.Domain.Seekers.Saved;

/// <summary>保存した求人: a job that a seeker wants to find again. It stays when the job ends.</summary>
public sealed class SavedJob
{
    /// <summary>So many places a seeker has; the database holds them by <see cref="Slot"/>.</summary>
    public const int Most = 100;

    private SavedJob() { }

    public SavedJob(SeekerId seeker, JobOfferId job, int slot, DateTime now)
    {
        if (slot is < 1 or > Most)
            throw new ArgumentOutOfRangeException(nameof(slot), slot, "No such place.");

        SeekerId = seeker;
        JobOfferId = job;
        Slot = (byte)slot;
        SavedAt = now;
    }

    public SeekerId SeekerId { get; private set; }
    public JobOfferId JobOfferId { get; private set; }
    public byte Slot { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; private set; }
}
