using HelloWork.Domain.Desk;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Oversight;
using HelloWork.Tests.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Oversight;

/// <summary>From the seeker's report to what the office decides.</summary>
public sealed class ReportTests : OversightContext
{
    [Fact, Trait("Rule", "OV-01")]
    public async Task AReport_ReachesTheOfficeOfTheRegistrationWithItsEvidence_DueInThreeOpenDays()
    {
        Guid message;
        await using (var db = Database.CreateDbContext())
            message = await db.Messages.Where(m => m.ConversationId == Talk).Select(m => m.Id).SingleAsync();
        var id = new ComplaintId(Guid.NewGuid());

        var result = await ReportAsync(evidence: [message], id: id);

        Assert.Equal("C-2603-0001", result.Number);
        var seen = (await new OpenComplaint(Database, Clock, new()).RunAsync(new(Counselor, id), default))!;
        Assert.Equal((Situation, ViolationKind.UnrelatedAdvertising), (seen.Situation, seen.Kind));
        Assert.Equal(GivenMessages.Body, Assert.Single(seen.Evidence).Body);
        Assert.Contains("野村", seen.ComplaintsOfficer);
        // 22 March 2026 is a Sunday.
        Assert.Equal(new DateOnly(2026, 3, 26), seen.DueOn);
        await using var check = Database.CreateDbContext();
        var item = await check.DeskItems.SingleAsync();
        Assert.Equal((DeskItemKind.Complaint, "13010", "見本人材紹介株式会社"), (item.Kind, item.PlacementOfficeCode, item.Counterpart));
    }

    [Fact, Trait("Rule", "OV-01")]
    public async Task AReport_WithoutKindOrWords_OrWithSomebodyElsesMessage_IsRefused()
    {
        var other = await Given.ProvidedSeekerAsync();
        var foreign = await GivenMessages.ConversationAsync(Database, Clock, Provider, other);
        Guid message;
        await using (var db = Database.CreateDbContext())
            message = await db.Messages.Where(m => m.ConversationId == foreign).Select(m => m.Id).SingleAsync();

        Assert.Equal(ReportRefusal.KindMissing, (await ReportAsync(kind: null)).Refusal);
        Assert.Equal(ReportRefusal.KindMissing, (await ReportAsync(kind: ViolationKind.DeletionOverdue)).Refusal);
        Assert.Equal(ReportRefusal.SituationMissing, (await ReportAsync(situation: " ")).Refusal);
        Assert.Equal(ReportRefusal.SituationTooLong, (await ReportAsync(situation: new string('あ', 2001))).Refusal);
        Assert.Equal(ReportRefusal.EvidenceUnknown, (await ReportAsync(evidence: [message])).Refusal);
        Assert.Equal(ReportRefusal.NotFound, (await ReportAsync(talk: foreign)).Refusal);
    }

    [Fact, Trait("Rule", "OV-01")]
    public async Task OneFormSentTwentyTimesAtOnce_IsOneReport_AndTheSameKindWaitsOnce()
    {
        var id = new ComplaintId(Guid.NewGuid());

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ReportAsync(id: id))));

        Assert.All(results, r => Assert.Equal(("C-2603-0001", null), (r.Number, r.Refusal)));
        Assert.Equal(ReportRefusal.AlreadyReported, (await ReportAsync()).Refusal);
        Assert.Null((await ReportAsync(ViolationKind.ChargedWithoutConsent)).Refusal);
    }

    [Fact, Trait("Rule", "CO-05")]
    public async Task AnotherOffice_FindsNeitherTheReportNorAnythingToDoAboutIt()
    {
        var (id, elsewhere) = (await ReportedAsync(), await Given.CounselorAsync("27010"));

        Assert.Null(await new OpenComplaint(Database, Clock, new()).RunAsync(new(elsewhere, id), default));
        Assert.Empty((await new ListComplaints(Database).RunAsync(new(elsewhere), default)).Rows.Items);
        Assert.Equal(ComplaintRefusal.NotFound, await new WorkOnComplaint(Database, Clock).RunAsync(new WorkOnComplaint.Note(elsewhere, id, "確認中"), default));
        Assert.Equal(ComplaintRefusal.NotFound, await new WorkOnComplaint(Database, Clock).RunAsync(new WorkOnComplaint.NotAViolation(elsewhere, id, "違反なし"), default));
        Assert.Equal(OrderRefusal.NotFound, await OrderByOfficeAsync(id, counselor: elsewhere));
    }

    [Fact, Trait("Rule", "CO-05"), Trait("Rule", "OV-01")]
    public async Task NotAViolation_EndsTheDesksWork_AndTheSeekerReadsTheReason()
    {
        var id = await ReportedAsync();
        Assert.Null(await new WorkOnComplaint(Database, Clock).RunAsync(new WorkOnComplaint.Note(Counselor, id, "団体に聞き取りをした"), default));

        Assert.Null(await new WorkOnComplaint(Database, Clock).RunAsync(new WorkOnComplaint.NotAViolation(Counselor, id, "求人の案内でした。"), default));

        var mine = Assert.Single(await new ListOwnReports(Database, Clock).RunAsync(new(Seeker.Provision, Talk), default));
        Assert.Equal((ComplaintDecision.NotAViolation, "求人の案内でした。"), (mine.Decision, mine.Answer));
        Assert.Equal(ComplaintRefusal.Decided, await new WorkOnComplaint(Database, Clock).RunAsync(new WorkOnComplaint.NotAViolation(Counselor, id, "もう一度"), default));
        Assert.Equal(OrderRefusal.Decided, await OrderByOfficeAsync(id));
        await using var db = Database.CreateDbContext();
        Assert.Equal(DeskItemState.Done, (await db.DeskItems.SingleAsync()).State);
        Assert.Equal("団体に聞き取りをした", (await db.DeskNotes.SingleAsync()).Text);
        Assert.Equal(1, await db.OutboxMails.CountAsync(m => m.Kind == MailKind.ComplaintDecided));
        Assert.Empty(await db.Violations.ToListAsync());
    }
}
