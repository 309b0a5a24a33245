using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>What a change of several items came to.</summary>
/// <param name="Refusal">Null: all that could be changed were.</param>
/// <param name="Left">Changed or finished by somebody meanwhile, hence left as they are.</param>
public sealed record DeskChange(DeskRefusal? Refusal, int Changed, IReadOnlyList<DeskItemId> Left);

/// <summary>Why nothing is changed.</summary>
public enum DeskRefusal
{
    /// <summary>The assignee doesn't work at the office.</summary>
    NotAColleague = 1,
    /// <summary>A due day before today, or more than a year ahead.</summary>
    DueOutOfRange = 2,
    TooMany = 3,
}

/// <summary>担当を決める (CO-06): of one or several items at once.</summary>
public sealed class AssignDeskItems(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Assignee">Null: 未定 again.</param>
    public sealed record Command(CounselorActor Counselor, IReadOnlyCollection<DeskPick> Items, Guid? Assignee);

    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public Task<DeskChange> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        if (command.Assignee is { } assignee && (await db.ColleaguesAsync(office, ct)).All(c => c.Account != assignee))
            return new DeskChange(DeskRefusal.NotAColleague, 0, []);
        var now = clock.UtcNow();
        return await db.ChangeAsync(office, command.Items, item =>
        {
            if (item.AssigneeId == command.Assignee)
                return;
            item.Assign(command.Assignee);
            db.Add(DeskStep.Assigned(item.Id, command.Counselor.Account, command.Assignee, now));
            db.Record(now, command.Counselor.Account, nameof(AssignDeskItems), nameof(DeskItem), item.Id, command.Assignee?.ToString() ?? "nobody");
        }, now, ct);
    }, ct);
}

/// <summary>期限を変える (CO-06): of one or several items at once.</summary>
public sealed class ChangeDeskDueDay(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, IReadOnlyCollection<DeskPick> Items, DateOnly DueOn);

    public static bool IsInRange(DateOnly day, DateOnly today) => day >= today && day <= today.AddYears(1);

    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public Task<DeskChange> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        if (!IsInRange(command.DueOn, clock.TodayInJapan()))
            return new DeskChange(DeskRefusal.DueOutOfRange, 0, []);
        var now = clock.UtcNow();
        return await db.ChangeAsync(office, command.Items, item =>
        {
            if (item.DueOn == command.DueOn)
                return;
            var before = item.DueOn;
            item.Postpone(command.DueOn);
            db.Add(DeskStep.DueChanged(item.Id, command.Counselor.Account, command.DueOn, now));
            db.Record(now, command.Counselor.Account, nameof(ChangeDeskDueDay), nameof(DeskItem), item.Id, $"{before:yyyy-MM-dd} > {command.DueOn:yyyy-MM-dd}");
        }, now, ct);
    }, ct);
}

/// <summary>状態を変える (CO-06): how far one item is. What finishes it is the verb of its record.</summary>
public sealed class MoveDeskItem(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, DeskPick Item, DeskItemState State);

    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    /// <exception cref="ArgumentException">Done is no state to move to.</exception>
    public Task<DeskChange> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        if (command.State is DeskItemState.Done)
            throw new ArgumentException("What is done is finished by its record's verb.", nameof(command));
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var now = clock.UtcNow();
        return await db.ChangeAsync(office, [command.Item], item =>
        {
            if (item.State == command.State)
                return;
            item.Move(command.State);
            db.Add(DeskStep.Moved(item.Id, command.Counselor.Account, command.State, now));
            db.Record(now, command.Counselor.Account, nameof(MoveDeskItem), nameof(DeskItem), item.Id, command.State.ToString());
        }, now, ct);
    }, ct);
}

internal static class ChangingDeskItems
{
    /// <summary>Those that are as they were seen are changed, the others left. An item of another office isn't there, hence in neither number.</summary>
    public static async Task<DeskChange> ChangeAsync(this HelloWorkDbContext db, string office, IReadOnlyCollection<DeskPick> picks, Action<DeskItem> change, DateTime now, CancellationToken ct)
    {
        if (picks.Count > ListDeskSelection.MostAtOnce)
            return new(DeskRefusal.TooMany, 0, []);
        var seen = picks.GroupBy(p => p.Item).ToDictionary(g => g.Key, g => g.Max(p => p.Version));
        List<DeskItemId> ids = [.. seen.Keys];
        var items = await db.AtDesk(office).Where(i => ids.Contains(i.Id)).ToListAsync(ct);
        var asSeen = items.Where(i => i.ClosedAt is null && i.Version == seen[i.Id]).ToList();
        asSeen.ForEach(change);
        await db.SaveChangesAsync(ct);
        if (asSeen.Count > 0)
            await db.SignalAsync([LiveTopic.Desk(office)], now, ct);
        return new(null, asSeen.Count, [.. items.Except(asSeen).Select(i => i.Id)]);
    }
}
