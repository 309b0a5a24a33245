using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Desk;

/// <summary>Pages of the desk show what colleagues, employers and seekers do meanwhile.</summary>
internal static class DeskWatching
{
    public static async Task OnDeskAsync(this LiveWatch live, FindDesk find, CounselorActor counselor, CancellationToken ct) =>
        await live.OnAsync(ct, LiveTopic.Desk(await find.RunAsync(counselor, ct)));
}
