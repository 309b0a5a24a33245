using System.Globalization;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Profiles;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Jobs.Desk;

/// <summary>事業所の紹介と写真の確認 (JO-04): looked at together; single pictures can be left out with a comment.</summary>
public sealed partial class DeskOfficePage(CurrentActor current, OpenProfileCheck open, DecideOfficeProfile decide, OpenFormDraft openDraft, NavigationManager navigation)
{
    private const string Form = "profile";
    private const string GoPublish = "publish";

    private readonly FormErrors errors = new();
    private CounselorActor counselor = null!;
    private OfficeProfileView? view;
    private OpenFormDraft.Result? kept;
    private IReadOnlyList<Guid> refused = [];
    private string? comment;
    private int version;

    [Parameter] public string Number { get; set; } = "";
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        counselor = await current.CounselorAsync();
        view = OfficeNumber.TryParse(Number, out var number) ? await open.RunAsync(counselor, number, Leaving) : null;
        if (view is null)
        {
            navigation.NotFound();
            return;
        }
        version = view.Version;
        if (view.Waits)
            kept = await openDraft.RunAsync(new(counselor.Account, DraftForm.OfficeCheck, view.Number.Value, Http.Posted(Form)), Leaving);
        if (!Http.Posts(Form))
        {
            (comment, refused) = (kept?.Fields.One("Input.Comment"), [.. (kept?.Fields.All("Input.Refused") ?? []).Select(id => Guid.TryParse(id, out var picture) ? picture : Guid.Empty)]);
            return;
        }
        var form = Http!.Request.Form;
        refused = [.. form["Input.Refused"].Select(id => Guid.TryParse(id, out var picture) ? picture : Guid.Empty)];
        comment = form["Input.Comment"].ToString().ReplaceLineEndings("\n");
        version = int.TryParse(form["Input.Version"], CultureInfo.InvariantCulture, out var looked) ? looked : version;
    }

    private IEnumerable<(string Key, string? Now, string? Before)> Lines(OfficeTexts now)
    {
        var before = view!.Published ?? new();
        yield return (nameof(now.Homepage), now.Homepage, before.Homepage);
        yield return (nameof(now.Business), now.Business, before.Business);
        yield return (nameof(now.Features), now.Features, before.Features);
        yield return (nameof(now.Message), now.Message, before.Message);
        yield return (nameof(now.Welfare), now.Welfare, before.Welfare);
        yield return (nameof(now.Training), now.Training, before.Training);
    }

    private async Task DecideAsync()
    {
        var publish = Http!.Request.Form["Input.Go"] == GoPublish;
        if (await decide.RunAsync(new(counselor, view!.Number, version, publish, refused, comment), Leaving) is { } refusal)
        {
            errors.Add(T[refusal is Domain.Jobs.Checking.CheckRefusal.NoComments ? "Profile.NoComments" : $"Refused.{refusal}"]);
            version = view.Version;
        }
        else
            navigation.NavigateTo($"/desk/jobs?done={(publish ? "published" : "sent-back")}&job={view.Number}");
    }
}
