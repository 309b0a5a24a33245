using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Seekers.Saved;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobSearchPage(SearchJobs searchJobs, MarkSavedJobs markSaved, CurrentActor actor, NavigationManager navigation, IStringLocalizer<JobsText> T, IStringLocalizer<SavedText> S, IStringLocalizer<FindingText> F) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly JobChoices choices = new(T);
    private JobSearchResult? result;
    private string? unreadWage;
    private IReadOnlyDictionary<JobDetail, string> unread = new Dictionary<JobDetail, string>();
    private IReadOnlyList<FilterChip> chips = [];
    private JobFilterPart more;
    private IReadOnlySet<JobNumber>? saved;
    private bool canSave;
    private IReadOnlyList<(string Word, JobSuggestion Offer)> offers = [];

    [SupplyParameterFromQuery(Name = "saved")] private string? Done { get; set; }
    [SupplyParameterFromQuery(Name = "about")] private string? About { get; set; }

    private JobSearchQuery Query => result?.Query ?? new();

    private string DocumentTitle => result is { Jobs: { PageCount: > 1 } jobs }
        ? T["Search.DocumentTitle.Page", jobs.Number, jobs.PageCount]
        : T["Search.Title"];

    protected override async Task OnInitializedAsync()
    {
        var reader = await actor.SeekerOrNullAsync();
        var asked = JobSearchAddress.Read(navigation.Uri);
        (unreadWage, unread, more) = (asked.UnreadWage, asked.Unread, JobFilterParts.AskedFor(navigation.Uri));
        result = await searchJobs.RunAsync(asked.Query with { Counting = JobFilters.ShownCounts(asked.Query, more) }, reader?.Account, leaving.Token);
        chips = [.. choices.Chips(result.Query).Select(chip => chip with { Href = JobFilterParts.Open(chip.Href, more) })];
        offers = JobSuggestions.OffersFor(Query.TypedWords(), offer => offer.IsChosenIn(Query));
        if (reader is not null)
            saved = await markSaved.RunAsync(reader, [.. result.Jobs.Items.Select(job => job.Number)], leaving.Token);
        canSave = saved is not null || (await actor.UserAsync()).Identity is not { IsAuthenticated: true };
    }

    /// <summary>What was just saved or taken off the list, on the page it was done on.</summary>
    private string? Told => JobNumber.TryParse(About, out var about) && result!.Jobs.Items.Any(job => job.Number == about) && (Done, saved?.Contains(about)) is ("kept", true) or ("gone", false) ? S[$"Done.{Done}"].Value : null;

    private static string Shortened(string typed) => typed.Length <= 20 ? typed : $"{typed[..20]}…";

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
