using System.Globalization;
using System.Text;
using System.Xml;
using HelloWork.Blazor.Guide;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Listing;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Blazor.Jobs.Machines;

/// <summary>
/// サイトマップ: every public page for search engines, as an index and its parts. A part of jobs says in its address where it begins and ends,
/// so any node can answer for it.
/// </summary>
public sealed class SiteMap(SplitPublicJobs split, ListPublicJobs list, PortalSettings portal, MadeOnce made)
{
    public const string Index = "/sitemap.xml", Pages = "/sitemaps/pages.xml", Jobs = "/sitemaps/jobs.xml";
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public async Task WriteIndexAsync(Stream to, CancellationToken ct)
    {
        var parts = await split.RunAsync(most: null, ct);
        List<(string Address, DateTime ChangedAt)> jobs = [.. parts.Select((part, i) => (Address(part.From, i + 1 < parts.Count ? parts[i + 1].From : null), part.ChangedAt))];
        made.Expect([Index, Pages, .. jobs.Select(part => part.Address)]);
        await using var xml = await StartAsync(to, "sitemapindex");
        await WriteAsync(xml, "sitemap", Pages, null);
        foreach (var (address, changedAt) in jobs)
            await WriteAsync(xml, "sitemap", address, changedAt);
    }

    public async Task WritePagesAsync(Stream to, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var xml = await StartAsync(to, "urlset");
        foreach (var page in PublicPages())
            await WriteAsync(xml, "url", page, null);
    }

    public async Task WriteJobsAsync(Stream to, JobNumber from, JobNumber? before, CancellationToken ct)
    {
        var jobs = await list.RunAsync(from, before, ct);
        await using var xml = await StartAsync(to, "urlset");
        foreach (var (number, changedAt) in jobs)
            await WriteAsync(xml, "url", JobSearchAddress.Of(number), changedAt);
    }

    /// <summary>Of the part that begins with one job and ends before another; null: of the last.</summary>
    public static string Address(JobNumber from, JobNumber? before) => before is { } end ? $"{Jobs}?from={from}&before={end}" : $"{Jobs}?from={from}";

    private static IEnumerable<string> PublicPages() =>
    [
        "/", JobSearchAddress.Path, GuideTopic.Home, .. GuideTopic.All.Select(t => t.Href), $"{GuideTopic.Home}/questions", $"{GuideTopic.Home}/referral-check", $"{GuideTopic.Home}/help", $"{GuideTopic.Home}/api", $"{GuideTopic.Home}/accessibility",
        "/offices", .. PlacementOffices.All.Select(o => $"/offices/{o.Code}"),
    ];

    private static async Task<XmlWriter> StartAsync(Stream to, string root)
    {
        var xml = XmlWriter.Create(to, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, root, Namespace);
        return xml;
    }

    private async Task WriteAsync(XmlWriter xml, string element, string path, DateTime? changedAt)
    {
        await xml.WriteStartElementAsync(null, element, Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, portal.Address(path).AbsoluteUri);
        if (changedAt is { } at)
            await xml.WriteElementStringAsync(null, "lastmod", Namespace, at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        await xml.WriteEndElementAsync();
    }
}
