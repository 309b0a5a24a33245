using HelloWork.Domain.Jobs;

namespace HelloWork.Blazor.Jobs.Paper;

public static class JobCardAddress
{
    /// <summary>The card as a page to print.</summary>
    public static string Page(JobNumber number) => $"{JobSearchAddress.Of(number)}/card";

    public static string Pdf(JobNumber number) => $"{JobSearchAddress.Of(number)}/card.pdf";
}
