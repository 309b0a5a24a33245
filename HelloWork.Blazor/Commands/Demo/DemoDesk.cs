using HelloWork.Blazor.Commands.Demo.Words;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>
/// The command <c>demo --desk N</c>: so much work at the demo counselor's office, to see a full desk. Records are made of the jobs, seekers and
/// conversations that are there; on an empty database the items point at none.
/// </summary>
public sealed class DemoDesk(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int Kind = 5;
    private const int Colleagues = 12;
    private const int PerSave = 5_000;

    private static readonly (DeskItemKind Kind, int Weight, string[] Subjects)[] Works =
    [
        (DeskItemKind.JobCheck, 43, ["掲載申込み（新規）", "掲載内容の変更", "賃金の変更", "就業場所の追記", "再掲載の申込み"]),
        (DeskItemKind.Inquiry, 21, ["マイページのない求職者への連絡依頼", "希望条件の確認依頼", "応募の意向の確認依頼"]),
        (DeskItemKind.Consultation, 10, ["直接リクエストの相談", "応募書類の相談", "求人の内容の相談"]),
        (DeskItemKind.Referral, 16, ["選考結果の確認", "紹介状の発行（オンライン職業紹介）", "採否通知の受付"]),
        (DeskItemKind.Registration, 8, ["オンライン登録の確認", "有効期限の更新"]),
        (DeskItemKind.Complaint, 2, ["手数料の説明がないとの申し出", "求人票と実際の条件が違うとの申し出"]),
    ];

    public async Task<PlacementOffice> FillAsync(int items, int seed, CancellationToken ct)
    {
        var office = PlacementOffices.Find(DemoCast.PlacementOffice)!;
        var now = clock.UtcNow();
        var counselors = await contexts.WriteAsync(db => CounselorsAsync(db, office, seed, now, ct), ct);
        var records = await DemoDeskRecords.ReadAsync(contexts, office, now, ct);
        for (var from = records.Before; from < records.Before + items; from += PerSave)
        {
            DeskItem[] some = [.. Enumerable.Range(from, Math.Min(PerSave, records.Before + items - from)).Select(n => Make(n, office, counselors, records, seed, now))];
            await contexts.WriteAsync(async db =>
            {
                await records.SaveAsync(db, ct);
                await db.InsertAsync(some, ct);
                return true;
            }, ct);
            records.Forget();
        }
        return office;
    }

    /// <summary>Those who are there, and generated colleagues who can be assigned but can't sign in.</summary>
    private static async Task<Guid[]> CounselorsAsync(HelloWorkDbContext db, PlacementOffice office, int seed, DateTime now, CancellationToken ct)
    {
        var there = await db.StaffPosts.Where(p => p.PlacementOfficeCode == office.Code).Select(p => p.AccountId).ToListAsync(ct);
        for (var n = there.Count; n < Colleagues; n++)
        {
            var dice = new DemoDice(seed, Kind, -n);
            var userId = $"demo-counselor-{office.Code}-{n:00}";
            if (await db.Users.AnyAsync(a => a.UserName == userId, ct))
                continue;
            var account = new Account(userId, Role.Counselor, $"{dice.One(DemoWords.FamilyNames).Text} {dice.One(DemoWords.GivenNames).Text}", null, now);
            account.Activate(now);
            db.AddRange(account, new StaffPost(account.Id, office.Code));
            there.Add(account.Id);
        }
        return [.. there];
    }

    private static DeskItem Make(int n, PlacementOffice office, Guid[] counselors, DemoDeskRecords records, int seed, DateTime now)
    {
        var dice = new DemoDice(seed, Kind, n);
        var (today, work) = (Jst.DayOf(now), dice.Weighted(Works, w => w.Weight));
        var words = dice.Weighted(DemoWords.Occupations, w => w.Weight);
        var subject = work.Kind is DeskItemKind.JobCheck ? $"{dice.One<OccupationTitle>(words.Titles).Text}の{dice.One(work.Subjects)}" : dice.One(work.Subjects);
        var counterpart = work.Kind is DeskItemKind.Consultation or DeskItemKind.Referral or DeskItemKind.Registration
            ? $"求職者 {office.Code}-{10_000_000 + n:00000000}" : new DemoOffices(seed).Make(n % 5_000).Office.Name;
        var dueOn = DueOn(dice, today);
        var opened = Jst.StartOf((dueOn < today ? dueOn : today).AddDays(-dice.Between(1, 10))).AddMinutes(dice.Between(8 * 60, 17 * 60));
        var about = new DeskWork(office.Code, work.Kind, NewId.Next(), NumberOf(work.Kind, office, n, today), subject, counterpart, dueOn);
        var item = new DeskItem(records.For(about, dice.One(counselors), opened)
            // What can't be made of what is there becomes one more job to check.
            ?? records.For(about with { Kind = DeskItemKind.JobCheck, Number = NumberOf(DeskItemKind.JobCheck, office, n, today) }, default, opened) ?? about, opened);
        if (dice.Chance(0.5))
            item.Assign(dice.One(counselors));
        if (item.AssigneeId is not null && dice.Chance(0.7))
            item.Move(dice.Chance(0.7) ? DeskItemState.InProgress : DeskItemState.Waiting);
        return item;
    }

    /// <summary>A few late, some today, most within six weeks of open days.</summary>
    private static DateOnly DueOn(DemoDice dice, DateOnly today) =>
        dice.Chance(0.03) ? JapaneseHolidays.OpenDayUntil(today.AddDays(-dice.Between(1, 10)))
        : JapaneseHolidays.OpenDayFrom(today.AddDays(dice.Between(0, dice.Chance(0.5) ? 10 : 42)));

    private static string NumberOf(DeskItemKind kind, PlacementOffice office, int n, DateOnly today) => kind switch
    {
        DeskItemKind.JobCheck or DeskItemKind.Registration => $"{office.Code}-{20_000_000 + n:00000000}",
        _ => $"{kind switch { DeskItemKind.Inquiry => 'Q', DeskItemKind.Consultation => 'S', DeskItemKind.Referral => 'R', _ => 'C' }}-{today:yyMM}-{n:000000}",
    };
}
