using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling.Referrals;

/// <summary>ハローワークの職業紹介, as the seeker sees it: with the letter, and online the choice to take it up (AP-04).</summary>
public sealed partial class SeekerReferralPage(CurrentActor current, OpenReferral open, AnswerReferral answer, LiveWatch live, NavigationManager navigation, TimeProvider clock) : ComponentBase
{
    private readonly FormErrors takeErrors = new();
    private readonly FormErrors declineErrors = new();
    private SeekerActor seeker = null!;
    private ReferralView? view;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }

    /// <summary>What has just been done: taken, declined.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "decline")] private DeclineForm? Decline { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        seeker = await current.SeekerAsync();
        await live.OnAsync(Leaving, LiveTopic.Account(seeker.Account));
        view = await open.RunAsync(new OpenReferral.FromSeeker(seeker, new ReferralId(Id)), Leaving);
        if (view is null)
            navigation.NotFound();
    }

    private Task TakeUpAsync() => AnswerAsync(true, null, takeErrors, "taken");

    private Task DeclineAsync() => AnswerAsync(false, Decline?.Reason, declineErrors, "declined");

    private async Task AnswerAsync(bool takesUp, string? reason, FormErrors errors, string done)
    {
        var refusal = await answer.RunAsync(new(seeker, new ReferralId(Id), takesUp, reason), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"/seeker/referrals/{Id}?done={done}");
        else if (refusal is ReferralAnswerRefusal.ReasonTooLong)
            errors.Add("Decline.Reason", T[$"AnswerRefused.{refusal}"]);
        else
            errors.Add(T[$"AnswerRefused.{refusal}"]);
    }

    private sealed class DeclineForm
    {
        public string? Reason { get; set; }
    }
}
