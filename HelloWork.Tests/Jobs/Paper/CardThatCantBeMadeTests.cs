using System.Net;
using HelloWork.Blazor.Hosting;
using HelloWork.Blazor.Jobs.Paper;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Jobs.Paper;

/// <summary>A Chromium that can't be run, a folder that can't be written: the page to print is offered, and nobody sees a fault.</summary>
public sealed class CardThatCantBeMadeTests : IDisposable
{
    private static readonly JobNumber Number = JobNumber.Parse("13010-00000101");

    // A file that is there and no program.
    private readonly PortalHost _portal = new(new Dictionary<string, string> { ["Pdf:Chromium"] = typeof(CardThatCantBeMadeTests).Assembly.Location });

    public void Dispose() => _portal.Dispose();

    [Theory, InlineData(true), InlineData(false)]
    public async Task ThePageToPrint_IsOffered(bool folderIsAFile)
    {
        if (folderIsAFile)
            _portal.Services.GetRequiredService<PdfSettings>().CacheFolder = typeof(CardThatCantBeMadeTests).Assembly.Location;
        using var visitor = _portal.Visitor();

        var answer = await visitor.GetAsync($"/jobs/{Number}/card.pdf");

        Assert.Equal((HttpStatusCode.Redirect, $"/jobs/{Number}/card?pdf=failed"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(answer.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task AnotherDatabasesJob_OfTheSameNumberAndVersion_HasAnotherFile()
    {
        var cards = _portal.Services.GetRequiredService<JobCardPdfs>();
        await using var scope = _portal.Services.CreateAsyncScope();
        var job = (await scope.ServiceProvider.GetRequiredService<ViewJob>().RunAsync(Number, null, default))!;

        var other = job with { Summary = job.Summary with { ChangedAt = job.Summary.ChangedAt.AddSeconds(1) } };

        Assert.NotEqual(cards.Tag(job), cards.Tag(other));
    }
}
