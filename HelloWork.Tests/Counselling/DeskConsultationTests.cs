using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Notifications;
using HelloWork.Tests.Applications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Counselling;

public sealed class DeskConsultationTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "AP-04")]
    public async Task Answer_ReachesTheSeekersMyPage_AndLeavesTheRequestOpen()
    {
        var request = await _it.RequestAsync();
        var consultation = await AskAsync();
        var counselor = await _it.Given.CounselorAsync();

        var shown = await new OpenDeskConsultation(_it.Database, _it.Clock).RunAsync(new(counselor, consultation), default);
        Assert.Equal(("S-2603-0001", DirectRequestState.Unread, "ご経験を拝見し、ご連絡しました。"), (shown!.Consultation.Number, shown.RequestState, shown.RequestMessage));
        Assert.Null(await new AnswerConsultation(_it.Database, _it.Clock).RunAsync(new(counselor, consultation, "紹介状を出せます。", new DateOnly(2026, 3, 22)), default));

        var own = Assert.Single(await new ListOwnConsultations(_it.Database).RunAsync(new(_it.Seeker.Actor), default));
        Assert.Equal(("紹介状を出せます。", new DateOnly(2026, 3, 22)), (own.Answer, own.EmployerContactedOn));
        Assert.Equal(DirectRequestState.Unread, await _it.StateAsync(request));
        Assert.Equal(1, await _it.ReadAsync(db => db.OutboxMails.CountAsync(m => m.Kind == MailKind.ConsultationAnswered && m.RecipientAccountId == _it.Seeker.Account)));
        Assert.Equal(0, await _it.ReadAsync(db => db.DeskItems.CountAsync(i => i.ClosedAt == null)));
        Assert.Equal(ConsultationRefusal.Answered, await new AnswerConsultation(_it.Database, _it.Clock).RunAsync(new(counselor, consultation, "もう一度。", null), default));
    }

    [Theory, Trait("Rule", "AP-04")]
    // Sent on 22 March, answered until 29 March: asked on Sunday the 22nd, and on Friday the 27th with the weekend ahead.
    [InlineData(0, 26)]
    [InlineData(5, 27)]
    public async Task Ask_AboutARequest_IsDueWhileItCanStillBeAnswered(int daysLater, int due)
    {
        await _it.RequestAsync();
        _it.Clock.Advance(TimeSpan.FromDays(daysLater));

        await AskAsync();

        Assert.Equal(new DateOnly(2026, 3, due), await _it.ReadAsync(db => db.DeskItems.Where(i => i.Kind == DeskItemKind.Consultation).Select(i => i.DueOn).SingleAsync()));
    }

    [Fact, Trait("Rule", "AP-04")]
    public async Task AnotherOfficesConsultation_IsNotFound()
    {
        var (consultation, elsewhere) = (await AskAsync(), await _it.Given.CounselorAsync("13020"));

        Assert.Null(await new OpenDeskConsultation(_it.Database, _it.Clock).RunAsync(new(elsewhere, consultation), default));
        Assert.Equal(ConsultationRefusal.NotFound, await new AnswerConsultation(_it.Database, _it.Clock).RunAsync(new(elsewhere, consultation, "回答", null), default));
    }

    private async Task<ConsultationId> AskAsync()
    {
        Assert.Null(await new AskForAdvice(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, _it.Job.Number, "紹介状を出してもらえますか。"), default));
        return await _it.ReadAsync(db => db.Consultations.Select(c => c.Id).SingleAsync());
    }
}
