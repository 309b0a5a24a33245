using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Messaging;

/// <summary>案内の送信結果, one by one: sent, already written to, or 「お届けできません」 without a reason (MS-05).</summary>
public sealed partial class GuidanceSentPage(CurrentActor actor, ViewOwnProvider viewOwn, FindConversations find, CountConversations count, NavigationManager navigation)
{
    private OwnProvider? own;
    private CountConversations.Result? counts;
    private IReadOnlyList<Delivery> deliveries = [];
    private IReadOnlyDictionary<AliasNumber, ConversationId> conversations = new Dictionary<AliasNumber, ConversationId>();

    [SupplyParameterFromQuery] private string[]? To { get; set; }
    [SupplyParameterFromQuery] private string[]? Before { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var sender = await actor.ProviderAsync();
        own = await viewOwn.RunAsync(new(sender), leaving);
        if (own.Standing is not ProviderStanding.Good)
            return;
        var (to, before) = (GuidanceAddress.Read(To), GuidanceAddress.Read(Before));
        if (to.Count is 0 or > GuidanceDraft.MostRecipients)
        {
            navigation.NavigateTo(ProviderMessagesAddress.Path);
            return;
        }
        conversations = await find.RunAsync(new(sender, to), leaving);
        deliveries = [.. to.Select(number => new Delivery(number,
            !conversations.ContainsKey(number) ? DeliveryBar.Undeliverable : before.Contains(number) ? DeliveryBar.AlreadyWritten : null))];
        counts = await count.RunAsync(new(sender), leaving);
    }

    private static ChipKind KindOf(DeliveryBar? bar) => bar switch { null => ChipKind.Ok, DeliveryBar.AlreadyWritten => ChipKind.Info, _ => ChipKind.Warn };

    private static string TextOf(DeliveryBar? bar) => bar switch { null => "Sent.Sent", DeliveryBar.AlreadyWritten => "Sent.Already", _ => "Sent.Undeliverable" };
}
