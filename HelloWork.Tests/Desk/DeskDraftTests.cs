using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Profiles;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Desk;

/// <summary>What is typed and not sent survives the browser it was typed in.</summary>
public sealed class DeskDraftTests
{
    private readonly TestClock _clock = new();

    [Fact, Trait("Rule", "CO-06")]
    public async Task ANote_IsKeptForItsWriterAlone_UntilItIsSent()
    {
        await using var database = await TestDatabase.CreateAsync();
        var given = new Given(database, _clock);
        var (counselor, colleague) = (await given.CounselorAsync(), await given.CounselorAsync());
        var item = new DeskItem(new("13010", DeskItemKind.Inquiry, NewId.Next(), "Q-2603-0001", "経理事務", "株式会社見本製作所", _clock.TodayInJapan()), _clock.UtcNow());
        await using (var db = database.CreateDbContext())
        {
            db.Add(item);
            await db.SaveChangesAsync();
        }
        var (save, read) = (new SaveDeskDraft(database, _clock), new ReadDeskDraft(database));

        Assert.NotNull(await save.RunAsync(new(counselor, DeskDraftForm.ItemNote, item.Id.Value, "一行目\r\n二行目"), default));

        Assert.Equal("一行目\n二行目", (await read.RunAsync(new(counselor, DeskDraftForm.ItemNote, item.Id.Value), default))?.Text);
        Assert.Null(await read.RunAsync(new(colleague, DeskDraftForm.ItemNote, item.Id.Value), default));
        Assert.Null(await read.RunAsync(new(counselor, DeskDraftForm.ComplaintNote, item.Id.Value), default));
        Assert.Null(await save.RunAsync(new(counselor, DeskDraftForm.ItemNote, item.Id.Value, new string('あ', DeskDraft.Room + 1)), default));
        Assert.Null(await new WriteDeskNote(database, _clock).RunAsync(new(counselor, item.Id, "一行目"), default));
        Assert.Null(await read.RunAsync(new(counselor, DeskDraftForm.ItemNote, item.Id.Value), default));
    }

    [Fact, Trait("Rule", "JO-04")]
    public async Task AnOfficesTexts_AreKeptAsTyped_AndNobodyIsAskedToCheckThem()
    {
        await using var database = await TestDatabase.CreateAsync();
        var given = new Given(database, _clock);
        var employer = await given.EmployerAsync();
        var typed = new OfficeTexts(Homepage: "まだ途中", Message: new string('あ', 700));

        Assert.NotNull(await new SaveOfficeTexts(database, _clock).RunAsync(new(employer, typed), default));

        var view = await new ViewOwnProfile(database).RunAsync(employer, default);
        Assert.Equal((typed, false, 0), (view.Draft, view.Waits, view.Version));
        await using var db = database.CreateDbContext();
        Assert.False(await db.DeskItems.AnyAsync());
        Assert.Empty(await new ProposeOfficeTexts(database, _clock).RunAsync(new(employer, new(Message: "見学できます。")), default));
        Assert.Null((await new ViewOwnProfile(database).RunAsync(employer, default)).Draft);
    }
}
