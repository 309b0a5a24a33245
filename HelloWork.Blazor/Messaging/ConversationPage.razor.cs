using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Messaging;

/// <summary>One conversation on the seeker's side: messages, disclosures, reply without a name (MS-06), the wish to use the service (MS-07).</summary>
public sealed partial class ConversationPage(CurrentActor current, OpenConversation open, SendProvisionMessage send, LiveWatch live, NavigationManager navigation, TimeProvider clock)
{
    private readonly FormErrors replyErrors = new();
    private readonly FormErrors wishErrors = new();
    private ProvisionActor seeker = null!;
    private SeekersConversation? talk;
    private DateOnly today;
    private MessageText.Judgement? caught;
    private MessageText.Judgement? caughtInWish;

    [Parameter] public Guid Id { get; set; }

    /// <summary>What has just been done: sent, wished, blocked, lifted.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    /// <summary>受付番号 of a report that was just sent.</summary>
    [SupplyParameterFromQuery] private string? Number { get; set; }

    [SupplyParameterFromForm(FormName = "reply")] private ReplyInput? Input { get; set; }

    [SupplyParameterFromForm(FormName = "wish")] private WishInput? Wish { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    /// <summary>What was typed stays before the eyes, also when it can't be sent any more.</summary>
    private bool ShowsForm => talk!.Bar is null || Http.Posts("reply") || !string.IsNullOrEmpty(talk.Draft);

    private bool ShowsWish => (talk!.Bar is null && talk.WishedAt is null) || Http.Posts("wish");

    private string? Success => Done switch
    {
        "sent" => T["Done.sent"].Value,
        "reported" when Number is { Length: > 0 and <= 20 } => T["Done.reported", Number],
        "demanded" => T["Done.demanded"],
        "wished" when talk!.WishedAt is not null => T["Done.wished"],
        "blocked" when talk!.IsBlocked => T["Done.blocked", talk.ProviderName],
        "lifted" when !talk!.IsBlocked => T["Done.lifted", talk.ProviderName],
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        seeker = await current.ProvisionAsync();
        await live.OnAsync(Leaving, LiveTopic.Conversation(Id), LiveTopic.Account(seeker.Account), LiveTopic.Profile(seeker.Seeker.Value));
        talk = await open.RunAsync(new OpenConversation.BySeeker(seeker, new ConversationId(Id)), Leaving);
        if (talk is null)
            navigation.NotFound();
        Input ??= new ReplyInput { Key = NewId.Next(), Body = talk?.Draft };
        Wish ??= new WishInput { Key = NewId.Next() };
    }

    private async Task ReplyAsync()
    {
        if (talk is null)
            return;
        var refusal = await send.RunAsync(new SendProvisionMessage.Reply(seeker, talk.Id, Input!.Key, Input.Body ?? ""), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"{InboxAddress.Of(talk.Id)}?done=sent#messages");
        else
            caught = Tell(replyErrors, "Input.Body", refusal.Value, Input.Body);
    }

    private async Task WishAsync()
    {
        if (talk is null)
            return;
        var refusal = await send.RunAsync(new SendProvisionMessage.Wish(seeker, talk.Id, Wish!.Key, Wish.FeesAccepted, Wish.Word ?? ""), Leaving);
        if (refusal is null or WriteRefusal.AlreadyWished)
            navigation.NavigateTo($"{InboxAddress.Of(talk.Id)}?done=wished#procedure");
        else if (refusal is WriteRefusal.FeesNotAccepted)
            wishErrors.Add("Wish.FeesAccepted", T[$"Refused.{refusal}"]);
        else if (refusal is WriteRefusal.BodyTooLong or WriteRefusal.Identifying)
            caughtInWish = Tell(wishErrors, "Wish.Word", refusal.Value, Wish.Word);
        else
            wishErrors.Add(T[$"Refused.{refusal}"]);
    }

    /// <summary>Says what is wrong with a text; what identifies somebody is named by its kind, and given back to be marked.</summary>
    private MessageText.Judgement? Tell(FormErrors errors, string field, WriteRefusal refusal, string? text)
    {
        var judgement = refusal is WriteRefusal.Identifying ? MessageText.JudgeBody(text) : null;
        errors.Add(field, judgement is null ? T[$"Refused.{refusal}"] : CaughtPlaces.Message(judgement, C));
        return judgement;
    }

    private sealed class ReplyInput
    {
        public Guid Key { get; set; }
        public string? Body { get; set; }
    }

    private sealed class WishInput
    {
        public Guid Key { get; set; }
        public bool FeesAccepted { get; set; }
        public string? Word { get; set; }
    }
}
