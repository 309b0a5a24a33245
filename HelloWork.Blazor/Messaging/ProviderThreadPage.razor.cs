using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Messaging;

/// <summary>利用団体から見たやりとり (MS-05 to MS-07): the seeker is a number here, and why something can't be delivered isn't told.</summary>
public sealed partial class ProviderThreadPage(
    CurrentActor actor, ViewOwnProvider viewOwn, OpenConversation open, SendProvisionMessage send, SaveProvisionDraft saveDraft, LiveWatch live, TimeProvider clock, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private ProviderActor reader = null!;
    private OwnProvider? own;
    private ProvidersConversation? conversation;
    private ConversationMessage first = null!;
    private MessageText.Judgement? judgement;
    private DateTimeOffset? savedAt;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }
    /// <summary>A message has just been sent.</summary>
    [SupplyParameterFromQuery] private string? Sent { get; set; }
    [SupplyParameterFromForm(FormName = "reply")] private ReplyInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;
    private ConversationId Key => new(Id);

    protected override async Task OnInitializedAsync()
    {
        reader = await actor.ProviderAsync();
        own = await viewOwn.RunAsync(new(reader), Leaving);
        if (own.Standing is not ProviderStanding.Good)
        {
            // A form that isn't shown can't be posted to: what was typed is kept, and the address itself says why.
            if (Input is not null)
            {
                await SaveAsync();
                navigation.NavigateTo(ProviderMessagesAddress.Of(Key));
            }
            return;
        }
        today = clock.TodayInJapan();
        await live.OnAsync(Leaving, LiveTopic.Conversation(Id));
        var opened = (await open.RunAsync(new OpenConversation.ByProvider(reader, Key), Leaving)).Conversation;
        if (opened is null)
        {
            navigation.NotFound();
            return;
        }
        first = opened.Messages.Single(m => m.Disclosures is not null);
        savedAt = opened.DraftSavedAt is { } at ? new DateTimeOffset(at) : null;
        Input ??= new ReplyInput { Key = NewId.Next(), Body = opened.Draft };
        conversation = opened;
    }

    private async Task SendAsync()
    {
        if (conversation is null)
            return;
        var refusal = await send.RunAsync(new SendProvisionMessage.FollowUp(reader, Key, Input!.Key, Input.Body ?? ""), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"{ProviderMessagesAddress.Of(Key)}?sent=1");
        await SaveAsync();
        if (refusal is WriteRefusal.Identifying)
        {
            judgement = MessageText.JudgeBody(Input.Body);
            errors.Add("Input.Body", CaughtPlaces.Message(judgement, C));
        }
        else if (refusal is WriteRefusal.BodyMissing or WriteRefusal.BodyTooLong)
            errors.Add("Input.Body", T[$"Refused.{refusal}"]);
        else
            errors.Add(T[$"Refused.{refusal}"]);
    }

    private async Task SaveAsync()
    {
        var saved = await saveDraft.RunAsync(new SaveProvisionDraft.ByProvider(reader, Key, Input!.Body ?? ""), Leaving);
        savedAt = saved.SavedAt is { } at ? new DateTimeOffset(at) : savedAt;
    }

    public sealed class ReplyInput
    {
        public Guid Key { get; set; }
        public string? Body { get; set; }
    }
}
