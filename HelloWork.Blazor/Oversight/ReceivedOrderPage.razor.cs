using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>是正要請を確かめて答える: the one page that works while a provider is suspended (OV-03).</summary>
public sealed partial class ReceivedOrderPage(CurrentActor actor, ViewOwnProvider viewOwn, ReadOrders read, AnswerOrder answer, TimeProvider clock, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private ProviderActor provider = null!;
    private OwnProvider? own;
    private IReadOnlyList<ReceivedOrder> orders = [];
    private DateTimeOffset? savedAt;
    private DateOnly today;

    /// <summary>Which of several to answer; the latest unanswered one if none is given.</summary>
    [SupplyParameterFromQuery] private string? Of { get; set; }
    [SupplyParameterFromQuery] private string? Done { get; set; }
    [SupplyParameterFromForm(FormName = "answer")] private AnswerInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    /// <summary>The order whose form is shown; the form that is being posted stays, so that what was typed does.</summary>
    private ReceivedOrder? Open => Http.Posts("answer") ? orders.FirstOrDefault(o => o.Id.Value == Input?.Order)
        : orders.FirstOrDefault(o => o.AnsweredAt is null && $"{o.Id}" == Of) ?? orders.FirstOrDefault(o => o.AnsweredAt is null);

    protected override async Task OnInitializedAsync()
    {
        (provider, today) = (await actor.ProviderAsync(), clock.TodayInJapan());
        own = await viewOwn.RunAsync(new(provider), Leaving);
        orders = await read.RunAsync(new(provider), Leaving);
        Input ??= new AnswerInput { Order = Open?.Id.Value ?? default, Body = Open?.Draft };
        savedAt = Open?.DraftSavedAt is { } at ? new DateTimeOffset(at) : null;
    }

    private async Task AnswerAsync()
    {
        var order = new CorrectionOrderId(Input!.Order);
        var refusal = await answer.RunAsync(new AnswerOrder.Answer(provider, order, Input.Body ?? ""), Leaving);
        if (refusal is null)
            navigation.NavigateTo("/provider/order?done=1");
        await answer.RunAsync(new AnswerOrder.Draft(provider, order, Input.Body ?? ""), Leaving);
        if (refusal is AnswerRefusal.Missing or AnswerRefusal.TooLong)
            errors.Add("Input.Body", T[$"Refused.{refusal}"]);
        else
            errors.Add(T[$"Refused.{refusal}"]);
    }

    public sealed class AnswerInput
    {
        public Guid Order { get; set; }
        public string? Body { get; set; }
    }
}
