using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Jobs;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Seekers.Saved;

/// <summary>検索条件を保存する・変える: a name, and how often new jobs are told. The conditions of a new one stand in the address, so a sign-in on the way loses nothing.</summary>
public sealed partial class SavedSearchPage(CurrentActor current, ListSavedSearches list, SaveSearch save, ChangeSavedSearch change, RemoveSavedSearch remove, NavigationManager navigation,
    IStringLocalizer<SavedText> T, IStringLocalizer<JobsText> texts) : ComponentBase
{
    private readonly FormErrors errors = new();
    private readonly JobChoices choices = new(texts);
    private SeekerActor seeker = null!;
    private JobSearchQuery? query;

    [Parameter] public Guid? Id { get; set; }

    [SupplyParameterFromForm(FormName = "search")] private SearchForm? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        seeker = await current.SeekerAsync();
        if (Id is null)
        {
            var asked = JobSearchAddress.Read(navigation.Uri).Query.ToKeep();
            if (asked.IsEmpty)
            {
                navigation.NavigateTo(JobSearchAddress.Path);
                return;
            }
            query = asked;
            // Cut inside a reading, what is left of it would stand in the name.
            Input ??= new() { Name = Shortened(Readings.Leave(choices.InWords(asked, T["Join"]))), Alert = AlertFrequency.Daily };
            return;
        }
        if ((await list.RunAsync(new(seeker), Leaving)).FirstOrDefault(s => s.Id.Value == Id) is not { } search)
        {
            navigation.NotFound();
            return;
        }
        query = search.Query;
        Input ??= new() { Name = search.Name, Alert = search.Alert };
    }

    private async Task SaveAsync()
    {
        if (query is null)
            return;
        var alert = Enum.IsDefined(Input!.Alert) ? Input.Alert : AlertFrequency.Off;
        var refusal = Id is { } id ? await change.RunAsync(new(seeker, new(id), Input.Name ?? "", alert), Leaving) : await save.RunAsync(new(seeker, Input.Name ?? "", query, alert), Leaving);
        if (refusal is SavedSearchRefusal.NameMissing or SavedSearchRefusal.NameTooLong)
            errors.Add("Input.Name", T[$"Refused.{refusal}"]);
        else if (refusal is not null)
            errors.Add(T[$"Refused.{refusal}"]);
        else
            navigation.NavigateTo($"{SavedAddress.Searches}?done={(Id is null ? "saved" : "changed")}");
    }

    private async Task RemoveAsync()
    {
        if (Id is not { } id)
            return;
        await remove.RunAsync(new(seeker, new(id)), Leaving);
        navigation.NavigateTo($"{SavedAddress.Searches}?done=removed");
    }

    private static string Shortened(string words) => words.Length <= SavedSearch.LongestName ? words : $"{words[..(SavedSearch.LongestName - 1)]}…";

    private sealed class SearchForm
    {
        public string? Name { get; set; }
        public AlertFrequency Alert { get; set; }
    }
}
