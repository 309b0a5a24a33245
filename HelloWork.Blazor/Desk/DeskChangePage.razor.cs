using System.Globalization;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Desk;

/// <summary>選んだ受付をまとめて変える (CO-06): first what would change, then the change; what changed meanwhile is named and left.</summary>
public sealed partial class DeskChangePage(CurrentActor current, ListDeskSelection select, AssignDeskItems assign, ChangeDeskDueDay changeDue, NavigationManager navigation, TimeProvider clock)
{
    private const string Nobody = "none";

    private readonly FormErrors errors = new();
    private readonly FormErrors choiceErrors = new();
    private CounselorActor counselor = null!;
    private ListDeskSelection.Result? selection;
    private IReadOnlyList<SelectOption> colleagues = [];
    private IReadOnlyList<DeskPick> picks = [];
    private HashSet<DeskItemId> changing = [];
    private int leftOut;
    private string what = "assign";
    private string back = DeskAddress.Path;
    private DateOnly today;
    private Guid? assignee;
    private DateOnly? dueOn;

    [SupplyParameterFromQuery] private string? What { get; set; }

    /// <summary><see cref="DeskPick"/>s: an item and the version that was seen.</summary>
    [SupplyParameterFromQuery] private string[]? Item { get; set; }

    /// <summary>An account, none, or a day; null: not chosen yet.</summary>
    [SupplyParameterFromQuery] private string? To { get; set; }

    [SupplyParameterFromQuery] private string? Back { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private bool IsDue => what == "due";

    /// <summary>A target was chosen that can be shown and done.</summary>
    private bool IsReady => To is not null && !choiceErrors.Any;

    private string Then => IsDue ? W.Day(dueOn!.Value, today) : selection!.Colleagues.FirstOrDefault(c => c.Account == assignee)?.Name ?? T["Assignee.Nobody"];

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        what = What == "due" ? "due" : "assign";
        back = DeskAddress.Back(Back);
        counselor = await current.CounselorAsync();
        picks = [.. (Item ?? []).Select(i => DeskPick.TryParse(i, null, out var pick) ? pick : (DeskPick?)null).OfType<DeskPick>().DistinctBy(p => p.Item)];
        selection = await select.RunAsync(new(counselor, [.. picks.Select(p => p.Item)]), Leaving);
        colleagues = [.. selection.Colleagues.Select(c => new SelectOption(c.Account.ToString(), c.Name)), new SelectOption(Nobody, T["Change.Who.Nobody"])];
        if (To is null)
            return;
        ReadTarget();
        if (!IsReady)
            return;
        changing = [.. selection.Rows.Where(r => IsAsSeen(r) && !IsSame(r)).Select(r => r.Id)];
        leftOut = selection.Rows.Count(r => !IsAsSeen(r));
    }

    private void ReadTarget()
    {
        if (IsDue)
        {
            if (!DateOnly.TryParseExact(To, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                choiceErrors.Add("to", T["Change.DueMissing"]);
            else if (!ChangeDeskDueDay.IsInRange(day, today))
                choiceErrors.Add("to", T["Refused.DueOutOfRange"]);
            dueOn = day;
        }
        else if (To != Nobody)
        {
            assignee = Guid.TryParse(To, out var account) && selection!.Colleagues.Any(c => c.Account == account) ? account : null;
            if (assignee is null)
                choiceErrors.Add("to", T["Refused.NotAColleague"]);
        }
    }

    private bool IsAsSeen(DeskRow row) => row.ClosedAt is null && picks.Any(p => p == row.Pick);

    private bool IsSame(DeskRow row) => IsDue ? row.DueOn == dueOn : row.AssigneeId == assignee;

    private string Now(DeskRow row) => IsDue ? W.Day(row.DueOn, today) : row.AssigneeName ?? T["Assignee.Nobody"];

    private string WhyNot(DeskRow row) => row.ClosedAt is not null ? "Change.Finished" : IsAsSeen(row) ? "Change.Same" : "Change.Meanwhile";

    private async Task ChangeAsync()
    {
        if (!IsReady)
            return;
        var change = IsDue ? await changeDue.RunAsync(new(counselor, picks, dueOn!.Value), Leaving) : await assign.RunAsync(new(counselor, picks, assignee), Leaving);
        if (change.Refusal is { } refusal)
            errors.Add(T[$"Refused.{refusal}"]);
        else
            navigation.NavigateTo(DeskAddress.Tell(back, IsDue ? "due" : "assigned", change.Changed, change.Left));
    }
}
