using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>問い合わせと相談の一覧: what employers and seekers asked a placement office, those that wait first and the nearest due day first (CO-03, AP-04).</summary>
public sealed class ListDeskInquiries(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int PageSize = 30;

    /// <param name="Kind"><see cref="DeskItemKind.Inquiry"/>, <see cref="DeskItemKind.Consultation"/> or null for both.</param>
    /// <param name="Answered">False: those that wait; true: those answered; null: all.</param>
    public sealed record Query(CounselorActor Counselor, DeskItemKind? Kind = null, bool? Answered = null, int Page = 1);

    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public async Task<DeskInquiries> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var office = await db.DemandDeskAsync(query.Counselor, ct);
        var here = db.DeskItems.AsNoTracking().Where(i => i.PlacementOfficeCode == office);
        here = query.Kind is DeskItemKind.Inquiry or DeskItemKind.Consultation ? here.Where(i => i.Kind == query.Kind)
            : here.Where(i => i.Kind == DeskItemKind.Inquiry || i.Kind == DeskItemKind.Consultation);
        var (waiting, answered) = (await here.CountAsync(i => i.ClosedAt == null, ct), await here.CountAsync(i => i.ClosedAt != null, ct));
        var wanted = query.Answered switch { true => here.Where(i => i.ClosedAt != null), false => here.Where(i => i.ClosedAt == null), null => here };
        var page = Math.Max(query.Page, 1);
        var items = await (
            from item in wanted
            join account in db.Users on item.AssigneeId equals account.Id into assignees
            from assignee in assignees.DefaultIfEmpty()
            orderby item.ClosedAt != null, item.ClosedAt descending, item.DueOn, item.Id
            select new DeskInquiryItem(item.Kind, item.RecordId, item.Number, item.Subject, item.Counterpart, item.OpenedAt, item.DueOn, item.State, item.ClosedAt,
                assignee == null ? null : assignee.DisplayName)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(new Page<DeskInquiryItem>(items, query.Answered switch { true => answered, false => waiting, null => waiting + answered }, page, PageSize), waiting, answered);
    }
}

public sealed record DeskInquiries(Page<DeskInquiryItem> Page, int Waiting, int Answered);

/// <param name="Record">The inquiry's or the consultation's key; which, <paramref name="Kind"/> says.</param>
/// <param name="Assignee">担当; null: nobody yet.</param>
public sealed record DeskInquiryItem(DeskItemKind Kind, Guid Record, string Number, string Subject, string Counterpart, DateTime OpenedAt, DateOnly DueOn,
    DeskItemState State, DateTime? AnsweredAt, string? Assignee);
