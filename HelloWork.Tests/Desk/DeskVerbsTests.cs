using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Desk;

public sealed class DeskVerbsTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;
    private CounselorActor _counselor = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
        _counselor = await _given.CounselorAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "CO-06")]
    public async Task The_queue_holds_one_offices_work_the_nearest_due_day_first_and_counts_what_is_late()
    {
        await ItemAsync(number: "later", dueInDays: 5);
        await ItemAsync(number: "today", dueInDays: 0);
        await ItemAsync(number: "late", dueInDays: -1);
        await ItemAsync(number: "elsewhere", office: "27010");

        var desk = await ListAsync();

        Assert.Equal(["late", "today", "later"], desk.Rows.Items.Select(r => r.Number));
        Assert.Equal((1, 1, 3), (desk.Overdue, desk.DueToday, desk.Rows.TotalCount));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task An_item_due_today_is_late_from_the_first_moment_of_the_next_japanese_day()
    {
        await ItemAsync(dueInDays: 0);
        _clock.SetJapan(2026, 3, 22, 23, 59, 59);
        Assert.Equal(0, (await ListAsync()).Overdue);

        _clock.SetJapan(2026, 3, 23);

        Assert.Equal(1, (await ListAsync()).Overdue);
    }

    [Theory, Trait("Rule", "CO-06")]
    [InlineData("１３０１０－０４５３")]
    [InlineData("ｻﾝﾌﾟﾙ 13010-0453")]
    [InlineData("さんぷる　シンキ")]
    public async Task Words_find_number_counterpart_and_subject_in_any_width_and_kana(string words)
    {
        await ItemAsync(kind: DeskItemKind.JobCheck, number: "13010-04533261", subject: "営業事務の掲載申込み（しんき）", counterpart: "サンプル物流株式会社");
        await ItemAsync(number: "Q-2603-9999");

        var row = Assert.Single((await ListAsync(q => q with { Words = words })).Rows.Items);

        Assert.Equal("13010-04533261", row.Number);
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task The_counts_of_kinds_follow_the_other_conditions_and_not_the_chosen_kind()
    {
        await ItemAsync(DeskItemKind.JobCheck);
        await ItemAsync(DeskItemKind.Inquiry);
        await TakeAsync(await ItemAsync(DeskItemKind.Inquiry));

        var desk = await ListAsync(q => q with { Kind = DeskItemKind.Inquiry, Assignee = DeskAssignee.Nobody });

        Assert.Single(desk.Rows.Items);
        Assert.Equal((1, 1), (desk.Counts[DeskItemKind.JobCheck], desk.Counts[DeskItemKind.Inquiry]));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task This_week_ends_on_sunday()
    {
        // 22 March 2026 is a Sunday.
        await ItemAsync(number: "today", dueInDays: 0);
        await ItemAsync(number: "monday", dueInDays: 1);
        Assert.Equal(["today"], (await ListAsync(q => q with { Due = DeskDue.ByThisWeek })).Rows.Items.Select(r => r.Number));

        _clock.SetJapan(2026, 3, 23);

        Assert.Equal(2, (await ListAsync(q => q with { Due = DeskDue.ByThisWeek })).Rows.TotalCount);
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task What_is_finished_leaves_the_queue_and_is_found_among_the_finished()
    {
        var pick = await ItemAsync();
        await using (var db = _database.CreateDbContext())
        {
            (await db.DeskItems.SingleAsync(i => i.Id == pick.Item)).Close(_clock.UtcNow());
            await db.SaveChangesAsync();
        }

        Assert.Empty((await ListAsync()).Rows.Items);
        Assert.Single((await ListAsync(q => q with { State = DeskFilterState.Done })).Rows.Items);
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Another_offices_item_isnt_there_whoever_asks_for_it()
    {
        var pick = await ItemAsync(office: "27010");

        Assert.Null(await new OpenDeskItem(_database).RunAsync(new(_counselor, pick.Item), default));
        Assert.Empty((await new ListDeskSelection(_database).RunAsync(new(_counselor, [pick.Item]), default)).Rows);
        Assert.Equivalent(new DeskChange(null, 0, []), await TakeAsync(pick));
        Assert.Equal(0, (await new ChangeDeskDueDay(_database, _clock).RunAsync(new(_counselor, [pick], _clock.TodayInJapan()), default)).Changed);
        Assert.Equal(0, (await new MoveDeskItem(_database, _clock).RunAsync(new(_counselor, pick, DeskItemState.InProgress), default)).Changed);
        Assert.Equal(DeskNoteRefusal.NotFound, await new WriteDeskNote(_database, _clock).RunAsync(new(_counselor, pick.Item, "メモ"), default));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Who_works_at_no_office_has_no_desk()
    {
        var nowhere = await _given.CounselorAsync(placementOffice: null);

        await Assert.ThrowsAsync<NotAllowedException>(() => new ListDeskItems(_database, _clock).RunAsync(new(nowhere), default));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Of_two_who_take_the_same_item_at_once_one_gets_it_and_the_other_is_told()
    {
        var pick = await ItemAsync();
        var colleagues = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _given.CounselorAsync()));

        var changes = await Task.WhenAll(colleagues.Select(c => new AssignDeskItems(_database, _clock).RunAsync(new(c, [pick], c.Account), default)));

        Assert.Equal(1, changes.Sum(c => c.Changed));
        Assert.Equal(3, changes.Count(c => c.Left.SequenceEqual([pick.Item])));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task A_change_of_several_leaves_and_names_the_one_that_somebody_changed_meanwhile()
    {
        var (one, other) = (await ItemAsync(), await ItemAsync());
        await new MoveDeskItem(_database, _clock).RunAsync(new(_counselor, other, DeskItemState.Waiting), default);
        var day = _clock.TodayInJapan().AddDays(10);

        var change = await new ChangeDeskDueDay(_database, _clock).RunAsync(new(_counselor, [one, other], day), default);

        Assert.Equal(1, change.Changed);
        Assert.Equal([other.Item], change.Left);
        Assert.Equal(day, (await OpenAsync(one)).Item.DueOn);
        Assert.NotEqual(day, (await OpenAsync(other)).Item.DueOn);
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Each_change_and_note_stands_in_the_items_history_and_in_the_audit_trail()
    {
        var pick = await ItemAsync();

        await TakeAsync(pick);
        await new MoveDeskItem(_database, _clock).RunAsync(new(_counselor, (await OpenAsync(pick)).Item.Pick, DeskItemState.InProgress), default);
        Assert.Null(await new WriteDeskNote(_database, _clock).RunAsync(new(_counselor, pick.Item, " 電話した。\r\n折り返し待ち。 "), default));

        var desk = await OpenAsync(pick);
        Assert.Equal([DeskStepKind.Assigned, DeskStepKind.Moved], desk.Steps.Select(s => s.Kind).Order());
        Assert.Equal("電話した。\n折り返し待ち。", Assert.Single(desk.Notes).Text);
        await using var db = _database.CreateDbContext();
        var acts = await db.AuditEntries.Where(e => e.RecordId == pick.Item.ToString()).Select(e => e.Act).ToListAsync();
        Assert.Equal(["AssignDeskItems", "MoveDeskItem", "WriteDeskNote"], acts.Order());
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Only_a_colleague_of_the_office_can_be_assigned_and_only_a_day_of_the_next_year_set()
    {
        var pick = await ItemAsync();
        var elsewhere = await _given.CounselorAsync("27010");

        Assert.Equal(DeskRefusal.NotAColleague, (await new AssignDeskItems(_database, _clock).RunAsync(new(_counselor, [pick], elsewhere.Account), default)).Refusal);
        Assert.Equal(DeskRefusal.DueOutOfRange, (await new ChangeDeskDueDay(_database, _clock).RunAsync(new(_counselor, [pick], _clock.TodayInJapan().AddDays(-1)), default)).Refusal);
        Assert.Equal(DeskNoteRefusal.Empty, await new WriteDeskNote(_database, _clock).RunAsync(new(_counselor, pick.Item, " \n"), default));
        Assert.Equal(DeskNoteRefusal.TooLong, await new WriteDeskNote(_database, _clock).RunAsync(new(_counselor, pick.Item, new string('あ', 1001)), default));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Single_keys_are_switched_off_for_one_account_and_stay_off()
    {
        var colleague = await _given.CounselorAsync();

        await new SetDeskShortcuts(_database, _clock).RunAsync(new(_counselor, On: false), default);

        Assert.False((await ListAsync()).UsesShortcuts);
        Assert.True((await new ListDeskItems(_database, _clock).RunAsync(new(colleague), default)).UsesShortcuts);
    }

    [Fact, Trait("Rule", "MS-08")]
    public async Task New_work_and_every_change_are_signalled_to_the_open_queues_of_the_office()
    {
        var topic = LiveTopic.Desk("13010");
        Assert.Equal(topic, LiveTopic.Parse(topic.Key));
        var pick = await ItemAsync();
        var before = await VersionAsync(topic);

        await TakeAsync(pick);

        Assert.True(before > 0);
        Assert.True(await VersionAsync(topic) > before);
        Assert.Equal(0, await VersionAsync(LiveTopic.Desk("27010")));
    }

    private async Task<long> VersionAsync(LiveTopic topic) =>
        (await new ReadLiveSignals(_database).RunAsync([topic], default)).GetValueOrDefault(topic);

    private Task<DeskPick> ItemAsync(DeskItemKind kind = DeskItemKind.Inquiry, int dueInDays = 3, string office = "13010", string? number = null,
        string subject = "マイページのない求職者への連絡依頼", string counterpart = "株式会社見本製作所") =>
        GivenDesk.ItemAsync(_database, _clock, kind, dueInDays, office, number, subject, counterpart);

    private Task<ListDeskItems.Result> ListAsync(Func<ListDeskItems.Query, ListDeskItems.Query>? change = null) =>
        new ListDeskItems(_database, _clock).RunAsync(change?.Invoke(new(_counselor)) ?? new(_counselor), default);

    private async Task<OpenDeskItem.Result> OpenAsync(DeskPick pick) => (await new OpenDeskItem(_database).RunAsync(new(_counselor, pick.Item), default))!;

    private Task<DeskChange> TakeAsync(DeskPick pick) => new AssignDeskItems(_database, _clock).RunAsync(new(_counselor, [pick], _counselor.Account), default);
}
