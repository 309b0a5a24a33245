using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Messaging;

/// <summary>案内メッセージの作成 (MS-01, MS-02, MS-06), to one or several. What is typed is kept as a draft of its own for those it is begun for, whatever becomes of this page.</summary>
public sealed partial class GuidanceComposerPage(
    CurrentActor actor, ViewOwnProvider viewOwn, ReadGuidanceDraft readDraft, ListGuidanceDrafts listDrafts, SaveGuidanceDraft saveDraft, ReadGuidanceTemplate readTemplate,
    FindConversations find, SearchProvidedSeekers search, CountConversations count, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private ProviderActor sender = null!;
    private OwnProvider? own;
    private CountConversations.Result? counts;
    private IReadOnlyList<AliasNumber> asked = [];
    private IReadOnlyList<ListGuidanceDrafts.Draft> others = [];
    private IReadOnlyList<AliasNumber> seekers = [];
    private IReadOnlyList<AliasNumber> chosen = [];
    private IReadOnlyList<ProvidedSummary> shown = [];
    private IReadOnlyDictionary<AliasNumber, ConversationId> written = new Dictionary<AliasNumber, ConversationId>();
    private IReadOnlyList<DisclosureField> missing = [];
    private MessageText.Judgement? subject;
    private MessageText.Judgement? body;
    private DateTimeOffset? savedAt;

    [SupplyParameterFromQuery] private string[]? To { get; set; }
    [SupplyParameterFromForm(FormName = "guidance")] private GuidanceInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        sender = await actor.ProviderAsync();
        own = await viewOwn.RunAsync(new(sender), Leaving);
        asked = [.. GuidanceAddress.Read(To).Take(GuidanceDraft.MostRecipients)];
        var draft = await readDraft.RunAsync(new(sender, asked), Leaving);
        others = [.. (await listDrafts.RunAsync(new(sender), Leaving)).Where(d => GuidanceDraft.KeyOf(d.Asked) != GuidanceDraft.KeyOf(asked))];
        seekers = [.. (asked.Count > 0 ? asked : draft?.Recipients ?? []).Union(GuidanceAddress.Read(Input?.To)).Take(GuidanceDraft.MostRecipients)];
        if (own.Standing is not ProviderStanding.Good || seekers.Count == 0)
        {
            // A form that isn't shown can't be posted to: what was typed is kept, and the address itself says why.
            if (Input is not null)
            {
                await SaveAsync();
                navigation.NavigateTo(GuidanceAddress.ComposeOf(asked));
            }
            if (own.Standing is not ProviderStanding.Good)
                return;
        }

        written = await find.RunAsync(new(sender, seekers), Leaving);
        shown = await search.RunAsync(new SearchProvidedSeekers.ByNumbers(sender, seekers), Leaving);
        missing = [.. (await readTemplate.RunAsync(new(sender), Leaving)).Disclosures.Faults().Select(f => f.Field)];
        savedAt = draft is null ? null : new DateTimeOffset(draft.SavedAt);
        // Who can't be written to isn't chosen by itself.
        Input ??= new GuidanceInput
        {
            To = [.. (draft?.Recipients ?? seekers).Where(s => !written.ContainsKey(s) && shown.Any(p => p.Number == s)).Select(s => s.Value)], Subject = draft?.Subject, Body = draft?.Body,
        };
        chosen = GuidanceAddress.Read(Input.To);
        counts = await count.RunAsync(new(sender), Leaving);
    }

    private async Task ConfirmAsync()
    {
        if (counts is null || seekers.Count == 0)
            return;
        var saved = await SaveAsync();
        savedAt = saved is { } at ? new DateTimeOffset(at) : savedAt;
        (subject, body) = (MessageText.JudgeSubject(Input!.Subject), MessageText.JudgeBody(Input.Body));
        if (chosen.Count == 0)
            errors.Add("Input.To", T["Refused.NoRecipients"]);
        else if (chosen.Count(s => !written.ContainsKey(s)) > counts.LeftToday)
            errors.Add("Input.To", T["Refused.DailyCap", counts.LeftToday]);
        Judge("Subject", subject);
        Judge("Body", body);
        if (saved is null && !errors.Any)
            errors.Add("Input.Body", T["Body.TooLong"]);
        if (missing.Count > 0)
            errors.Add(T["Refused.TemplateIncomplete"]);
        if (!errors.Any)
            navigation.NavigateTo(GuidanceAddress.ConfirmOf(asked));
    }

    private void Judge(string field, MessageText.Judgement judgement)
    {
        if (judgement.Refusal is { } refusal)
            errors.Add($"Input.{field}", refusal is TextRefusal.Identifying ? CaughtPlaces.Message(judgement, C) : T[$"{field}.{refusal}"]);
    }

    private Task<DateTime?> SaveAsync() => saveDraft.RunAsync(new(sender, GuidanceAddress.Read(Input!.To), Input.Subject ?? "", Input.Body ?? "", asked), Leaving);

    public sealed class GuidanceInput
    {
        /// <summary>Null: no one is ticked.</summary>
        public List<string>? To { get; set; }
        public string? Subject { get; set; }
        public string? Body { get; set; }
    }
}
