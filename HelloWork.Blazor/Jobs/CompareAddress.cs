using HelloWork.Domain.Jobs;

namespace HelloWork.Blazor.Jobs;

/// <summary>/jobs/compare?n=13010-1&amp;n=13010-2: the jobs stand in the address, so it can be kept, sent on, and needs no script.</summary>
public static class CompareAddress
{
    public const string Path = "/jobs/compare";
    public const int Most = 4;

    public static string Of(params IEnumerable<JobNumber> jobs) => jobs.Select(job => $"n={job}").ToList() is { Count: > 0 } numbers ? $"{Path}?{string.Join('&', numbers)}" : Path;
}
