using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Oversight;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Oversight;

/// <summary>Open pages of the office, the bureau and the provider hear of each other's steps (MS-08), and the menu counts what waits.</summary>
public sealed class LiveDeskTests : OversightContext
{
    [Fact, Trait("Rule", "MS-08"), Trait("Rule", "OV-02")]
    public async Task FromReportToRemoval_EachStepIsToldToWhoseOpenPageShowsIt()
    {
        var complaint = new ComplaintId(NewId.Next());

        await TellsAsync([LiveTopic.Desk("13010")], () => ReportAsync(id: complaint));
        await TellsAsync([LiveTopic.Desk("13010")], () => new WorkOnComplaint(Database, Clock).RunAsync(new WorkOnComplaint.Note(Counselor, complaint, "団体に電話した。"), default));
        await TellsAsync([LiveTopic.Desk("13010"), LiveTopic.Bureau, LiveTopic.Organisation(Provider.Provider.Value)], () => OrderByOfficeAsync(complaint));
        var order = Assert.Single(await new ReadOrders(Database, Clock).RunAsync(new(Provider), default)).Id;
        await TellsAsync([LiveTopic.Desk("13010"), LiveTopic.Bureau], () => new AnswerOrder(Database, Clock).RunAsync(new AnswerOrder.Answer(Provider, order, "送信をやめました。"), default));
        var suspension = Assert.Single((await RecordAsync()).Suspensions).Id;
        await TellsAsync([LiveTopic.Bureau], () => new DecideSuspension(Database, Clock).RunAsync(new DecideSuspension.Confirm(Officer, suspension), default));
        await TellsAsync([LiveTopic.Bureau], () => new RemoveProvider(Database, Clock).RunAsync(new RemoveProvider.Propose(Officer, Provider.Provider, RemovalGround.Malice, "虚偽の報告。"), default));
        var proposal = (await RecordAsync()).Proposal!.Id;
        await TellsAsync([LiveTopic.Bureau], () => new RemoveProvider(Database, Clock).RunAsync(new RemoveProvider.Withdraw(Officer, proposal), default));
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Menu_CountsWhatWaitsAtTheDesk_AtTheBureauAndWithTheProvider()
    {
        Assert.Equal((0, 0, 0), await CountsAsync());

        var complaint = await ReportedAsync();
        Assert.Equal((1, 0, 0), await CountsAsync());
        Assert.Equal(0, (await new CountDeskWork(Database).RunAsync(await Given.CounselorAsync("13020"), default)).Counts.GetValueOrDefault(DeskItemKind.Complaint));
        Assert.Null(await new AskForDeletion(Database, Clock).RunAsync(new(Seeker.Provision, Talk), default));
        Assert.Equal((1, 0, 1), await CountsAsync());
        Assert.Null(await OrderByOfficeAsync(complaint));
        // A suspended provider can't confirm a deletion now.
        Assert.Equal((0, 1, 0), await CountsAsync());
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Menu_CountsOnlyForWhoseWorkItIs()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => new CountDeskWork(Database).RunAsync(new CounselorActor(Officer.Account), default));
        await Assert.ThrowsAsync<NotAllowedException>(() => new CountOpenViolations(Database).RunAsync(new BureauActor(Counselor.Account), default));
        await Assert.ThrowsAsync<NotAllowedException>(() => new CountPressingDeletions(Database, Clock, new DeletionRules()).RunAsync(Provider with { Account = Officer.Account }, default));
    }

    private async Task<(int Complaints, int Violations, int Deletions)> CountsAsync() => (
        (await new CountDeskWork(Database).RunAsync(Counselor, default)).Counts.GetValueOrDefault(DeskItemKind.Complaint),
        await new CountOpenViolations(Database).RunAsync(Officer, default),
        await new CountPressingDeletions(Database, Clock, new DeletionRules()).RunAsync(Provider, default));

    private async Task TellsAsync<T>(LiveTopic[] topics, Func<Task<T>> act)
    {
        var before = await new ReadLiveSignals(Database).RunAsync(topics, default);
        await act();
        var after = await new ReadLiveSignals(Database).RunAsync(topics, default);
        Assert.All(topics, topic => Assert.True(after.GetValueOrDefault(topic) > before.GetValueOrDefault(topic), $"{topic.Kind} wasn't told."));
    }
}
