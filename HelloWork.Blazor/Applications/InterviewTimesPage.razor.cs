using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

/// <summary>Up to ten times for the applicant to pick from; or another time, where one is agreed on (AP-05).</summary>
public sealed partial class InterviewTimesPage(CurrentActor current, OpenReceivedApplication open, OfferInterviewTimes offer, MoveInterview move, ListAgreedInterviews listAgreed, OpenFormDraft openDraft, NavigationManager navigation, TimeProvider clock,
    IStringLocalizer<InterviewsText> T) : ComponentBase
{
    /// <summary>How many rows are open from the start.</summary>
    private const int AtOnce = 3;
    private const string UsualMinutes = "60";

    private readonly FormErrors errors = new();
    private EmployerActor employer = null!;
    private ApplicationView? application;
    private IReadOnlyList<ListAgreedInterviews.Agreed> agreed = [];
    private OpenFormDraft.Result? kept;
    private bool overlaps;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "offer")] private OfferForm? Offer { get; set; }

    [SupplyParameterFromForm(FormName = "move")] private MoveForm? Move { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private string Application => $"/employer/applications/{Id}";

    /// <summary>A form that was posted is shown again, whatever has become of the interview.</summary>
    private bool Moves => Http.Posts("move") || (!Http.Posts("offer") && application!.Interview is { State: InterviewState.Agreed });

    private OfferRefusal? Bar => application!.HasOutcome ? OfferRefusal.ApplicationEnded
        : !application.SeekerReachable ? OfferRefusal.SeekerLeft
        : application.Interview is { State: InterviewState.Offered } ? OfferRefusal.AlreadyOffered : null;

    private string First => TimeForm.Of(Jst.StartOf(today)).Day!;

    private string Last => TimeForm.Of(Jst.StartOf(today.AddDays(Interview.MostDaysAhead))).Day!;

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        employer = await current.EmployerAsync();
        application = await open.RunAsync(new(employer, new SelfApplicationId(Id)), Leaving);
        if (application is null)
            navigation.NotFound();
        agreed = await listAgreed.RunAsync(new(employer, new SelfApplicationId(Id)), Leaving);
        var usual = new OfferForm { Minutes = UsualMinutes, Place = application?.Interview?.Place };
        if (application is not null && !Moves)
            kept = (await openDraft.RunAsync(new(employer.Account, DraftForm.InterviewOffer, $"{Id}", Http.Posted("offer")), Leaving)).Unless(nameof(Offer), usual);
        if (Offer is null)
        {
            Offer = kept?.Fields.Into<OfferForm>(nameof(Offer)) ?? usual;
            Offer.Key = NewId.Next();
        }
        while (Offer.Times.Count < Interview.MostTimes)
            Offer.Times.Add(new());
        if (application is not null && Moves && (Move?.Interview ?? application.Interview?.Id.Value) is { } moved)
            kept = await openDraft.RunAsync(new(employer.Account, DraftForm.InterviewMove, $"{moved}", Http.Posted("move")), Leaving);
        if (Move is null && application?.Interview is { State: InterviewState.Agreed, StartsAt: { } at } standing)
        {
            Move = new MoveForm { Time = TimeForm.Of(at), Minutes = $"{standing.Minutes}", Place = standing.Place };
            // Typed over a time that has been moved since, it would take that move back.
            if (Moves)
                kept = kept?.Fields.One("Move.Seen") == $"{standing.Sequence}" ? kept.Unless(nameof(Move), Move) : null;
            if (Moves && kept is not null)
                Move = kept.Fields.Into<MoveForm>(nameof(Move));
            (Move.Interview, Move.Seen) = (standing.Id.Value, standing.Sequence);
        }
    }

    private async Task OfferAsync()
    {
        if (application is null)
            return;
        var times = new List<DateTime>();
        for (var i = 0; i < Interview.MostTimes; i++)
        {
            if (Offer!.Times[i].IsEmpty)
                continue;
            if (Offer.Times[i].Read() is not { } at)
                errors.Add($"Offer.Times[{i}].Day", T["Refused.TimeUnread", i + 1]);
            else if (InterviewChecks.OfTime(at, clock.UtcNow()) is { } bar)
                errors.Add($"Offer.Times[{i}].Day", T[$"Refused.{bar}.One", i + 1]);
            else
                times.Add(at);
        }
        if (errors.Any)
            return;
        var refusal = await offer.RunAsync(new(employer, application.Id, new InterviewId(Offer!.Key), times, Offer.ReadMinutes(), Offer.Place ?? "", Offer.Note, Offer.Alongside), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"{Application}?done=offered#interview");
        else
            Refuse(refusal.Value, "Offer.Times[0].Day", "Offer.Note", "Offer");
    }

    private async Task MoveAsync()
    {
        if (application is null)
            return;
        if (Move!.Time.Read() is not { } at)
        {
            errors.Add("Move.Time.Day", T["Refused.TimeUnread", 1]);
            return;
        }
        var refusal = await move.RunAsync(new(employer, new InterviewId(Move.Interview), Move.Seen, at, Move.ReadMinutes(), Move.Place ?? "", Move.Reason ?? "", Move.Alongside), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"{Application}?done=moved#interview");
        else
            Refuse(refusal.Value, "Move.Time.Day", "Move.Reason", "Move");
    }

    private void Refuse(OfferRefusal refusal, string time, string words, string form)
    {
        var message = T[$"Refused.{refusal}"];
        overlaps = refusal is OfferRefusal.OverlapsAgreed;
        switch (refusal)
        {
            case OfferRefusal.OverlapsAgreed:
                errors.Add($"{form}.Alongside", message);
                break;
            case OfferRefusal.TimesMissing or OfferRefusal.TooManyTimes or OfferRefusal.TimePassed or OfferRefusal.TimeTooFar:
                errors.Add(time, message);
                break;
            case OfferRefusal.MinutesOutOfRange:
                errors.Add($"{form}.Minutes", message);
                break;
            case OfferRefusal.PlaceMissing or OfferRefusal.PlaceTooLong:
                errors.Add($"{form}.Place", message);
                break;
            case OfferRefusal.NoteTooLong or OfferRefusal.ReasonMissing:
                errors.Add(words, message);
                break;
            default:
                errors.Add(message);
                break;
        }
    }
}
