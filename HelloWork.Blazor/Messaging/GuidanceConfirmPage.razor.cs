using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Messaging;

/// <summary>送信する内容の確認: shows the draft and the disclosures as they are kept, and sends exactly that. Pressed again it sends nothing twice.</summary>
public sealed partial class GuidanceConfirmPage(CurrentActor actor, ViewOwnProvider viewOwn, ReadGuidanceDraft readDraft, ReadGuidanceTemplate readTemplate, SendGuidance send, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private ProviderActor sender = null!;
    private OwnProvider? own;
    private IReadOnlyList<AliasNumber> asked = [];
    private GuidanceDraft? draft;
    private Disclosures disclosures = new();

    [SupplyParameterFromQuery] private string[]? To { get; set; }
    [SupplyParameterFromForm(FormName = "send")] private SendInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        sender = await actor.ProviderAsync();
        asked = [.. GuidanceAddress.Read(To).Take(GuidanceDraft.MostRecipients)];
        own = await viewOwn.RunAsync(new(sender), Leaving);
        if (own.Standing is not ProviderStanding.Good)
        {
            // A form that isn't shown can't be posted to: the address itself says why.
            if (Input is not null)
                navigation.NavigateTo(GuidanceAddress.ConfirmOf(asked));
            return;
        }
        var kept = await readDraft.RunAsync(new(sender, asked), Leaving);
        disclosures = (await readTemplate.RunAsync(new(sender), Leaving)).Disclosures;
        // Pressed twice: the second one ends where the first one did.
        if (kept is null && Input?.To is { Length: > 0 } sent)
            navigation.NavigateTo(GuidanceAddress.Sent([.. GuidanceAddress.Read(sent.Split(',')).Select(s => new Delivery(s, null))]));
        var complete = kept is { Recipients.Count: > 0 } && MessageText.JudgeSubject(kept.Subject).Refusal is null && MessageText.JudgeBody(kept.Body).Refusal is null && disclosures.Faults().Count == 0;
        if (!complete)
        {
            navigation.NavigateTo(GuidanceAddress.ComposeOf(asked));
            return;
        }
        draft = kept;
    }

    private async Task SendAsync()
    {
        if (draft is null)
            return;
        if (draft.FingerprintWith(disclosures) != Input?.Shown)
        {
            errors.Add(T["Confirm.Changed"]);
            return;
        }
        var result = await send.RunAsync(new(sender, draft.Recipients, draft.Subject, draft.Body, asked), Leaving);
        if (result.Refusal is null)
            navigation.NavigateTo(GuidanceAddress.Sent(result.Deliveries));
        else
            errors.Add(T[$"Refused.{result.Refusal}", result.LeftToday]);
    }

    public sealed class SendInput
    {
        /// <summary>The fingerprint of what was on the page.</summary>
        public string? Shown { get; set; }
        public string? To { get; set; }
    }
}
