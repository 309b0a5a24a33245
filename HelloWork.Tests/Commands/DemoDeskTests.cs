using HelloWork.Blazor.Commands.Demo;
using HelloWork.Domain.Desk;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Commands;

public sealed class DemoDeskTests
{
    [Fact]
    public async Task Filling_the_desk_twice_gives_the_offices_counselors_that_much_work()
    {
        var clock = new TestClock();
        await using var database = await TestDatabase.CreateAsync();
        var counselor = await new Given(database, clock).CounselorAsync();

        await new DemoDesk(database, clock).FillAsync(60, 1, default);
        await new DemoDesk(database, clock).FillAsync(40, 2, default);

        var desk = await new ListDeskItems(database, clock).RunAsync(new(counselor), default);
        Assert.Equal(100, desk.Rows.TotalCount);
        Assert.Equal(12, desk.Colleagues.Count);
        Assert.True(desk.Counts.Count >= 5);
        Assert.All(desk.Rows.Items, row => Assert.True(row.OpenedAt <= clock.GetUtcNow().UtcDateTime));
    }
}
