using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Applications;
using HelloWork.Blazor.Oversight;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Tests.Applications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Accounts.Drafts;

/// <summary>What is typed into a form survives the browser it was typed in, until it is sent or can't be any more.</summary>
public sealed class FormDraftTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact]
    public async Task WhatIsTyped_IsKeptForItsWriterAlone_ByFormAndRecord_AndNothingTypedIsNoDraft()
    {
        var other = await _it.Given.EmployerAsync("株式会社よそ");
        Assert.Equal(_it.Clock.UtcNow(), await SaveAsync(DraftForm.InterviewOffer, "a", ("Offer.Note", "履歴書をお持ちください。"), ("Offer.Minutes", "45")));

        Assert.Equal("履歴書をお持ちください。", (await ReadAsync(DraftForm.InterviewOffer, "a"))!.Fields.One("Offer.Note"));
        Assert.Null(await ReadAsync(DraftForm.InterviewOffer, "b"));
        Assert.Null(await ReadAsync(DraftForm.ApplicationStep, "a"));
        Assert.Null(await new OpenFormDraft(_it.Database, _it.Clock).RunAsync(new(other.Account, DraftForm.InterviewOffer, "a"), default));
        await SaveAsync(DraftForm.InterviewOffer, "a", ("Offer.Note", " "), ("Offer.Minutes", ""));
        Assert.Null(await ReadAsync(DraftForm.InterviewOffer, "a"));
    }

    [Fact]
    public async Task WhatNoDraftCanHold_IsRefused_AndTheFormerOneStays()
    {
        await SaveAsync(DraftForm.InterviewOffer, "a", ("Offer.Note", "前の文章"));

        Assert.Null(await SaveAsync(DraftForm.InterviewOffer, "a", ("Offer.Note", new string('あ', FormDraft.Room))));
        Assert.Null(await SaveAsync(DraftForm.InterviewOffer, "a", ("Offer.Note", "\u0000")));
        Assert.Null(await SaveAsync(DraftForm.InterviewOffer, new string('a', FormDraft.LongestRecord + 1), ("Offer.Note", "文章")));
        Assert.Null(await SaveAsync(DraftForm.InterviewOffer, "あ", ("Offer.Note", "文章")));
        Assert.Null(await SaveAsync(DraftForm.InterviewOffer, "a", [.. Enumerable.Range(0, FormDraft.MostFields + 1).Select(i => ($"f{i}", "文章"))]));
        Assert.Equal("前の文章", (await ReadAsync(DraftForm.InterviewOffer, "a"))!.Fields.One("Offer.Note"));
    }

    [Fact]
    public async Task AFormOfAnotherRole_IsntTheirsToKeep()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => SaveAsync(DraftForm.ProviderReport, "a", ("Input.Situation", "文章")));
        await Assert.ThrowsAsync<NotAllowedException>(() => ReadAsync(DraftForm.BureauOrder, "a"));
        await Assert.ThrowsAsync<NotAllowedException>(() => new DiscardFormDraft(_it.Database).RunAsync(new(_it.Seeker.Account, DraftForm.Inquiry, "a"), default));
    }

    [Fact]
    public async Task TheOldestGoes_WhereThereAreTooMany_AndWhatNobodyTouchesForHalfAYear()
    {
        for (var i = 0; i <= FormDraft.Most; i++)
        {
            _it.Clock.Advance(TimeSpan.FromMinutes(1));
            await SaveAsync(DraftForm.Inquiry, $"{i}", ("Input.Message", "文章"));
        }
        Assert.Null(await ReadAsync(DraftForm.Inquiry, "0"));
        Assert.NotNull(await ReadAsync(DraftForm.Inquiry, "1"));

        _it.Clock.Advance(TimeSpan.FromDays(FormDraft.DaysKept) - TimeSpan.FromMinutes(1));
        Assert.Equal(FormDraft.Most - 2, await new RemoveOldFormDrafts(_it.Database, _it.Clock).RunAsync(default));
        Assert.NotNull(await ReadAsync(DraftForm.Inquiry, $"{FormDraft.Most}"));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task WhatWasSent_OrCantBeSentAnyMore_Goes()
    {
        var application = await _it.AppliedAsync();
        var interview = new InterviewId(NewId.Next());
        var at = _it.Clock.UtcNow().AddDays(3);
        await SaveAsync(DraftForm.InterviewOffer, $"{application}", ("Offer.Note", "履歴書をお持ちください。"));
        Assert.Null(await new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, application, interview, [at], 60, "本社", null), default));
        Assert.Null(await ReadAsync(DraftForm.InterviewOffer, $"{application}"));

        await new PickInterviewTime(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, interview, 1), default);
        await SaveAsync(DraftForm.InterviewMove, $"{interview}", ("Move.Reason", "会議のため"));
        Assert.Null(await new MoveInterview(_it.Database, _it.Clock).RunAsync(new(_it.Employer, interview, 0, at.AddHours(1), 60, "本社", "会議のため"), default));
        Assert.Null(await ReadAsync(DraftForm.InterviewMove, $"{interview}"));

        await SaveAsync(DraftForm.InterviewMove, $"{interview}", ("Move.Reason", "会議のため"));
        await new CallOffInterview(_it.Database, _it.Clock).RunAsync(new CallOffInterview.FromSeeker(_it.Seeker.Actor, interview, "体調不良のため"), default);
        Assert.Null(await ReadAsync(DraftForm.InterviewMove, $"{interview}"));
        await SaveAsync(DraftForm.InterviewMove, $"{interview}", ("Move.Reason", "会議のため"));
        Assert.Equal(OfferRefusal.NotAgreed, await new MoveInterview(_it.Database, _it.Clock).RunAsync(new(_it.Employer, interview, 1, at.AddHours(2), 60, "本社", "会議のため"), default));
        Assert.Null(await ReadAsync(DraftForm.InterviewMove, $"{interview}"));

        await SaveAsync(DraftForm.InterviewOffer, $"{application}", ("Offer.Note", "もう一度"));
        await SaveAsync(DraftForm.ApplicationStep, $"{application}", ("Record.Note", "書類を確認します。"));
        Assert.Null(await _it.RecordAsync(application, ApplicationStatus.DocumentScreening));
        Assert.Null(await ReadAsync(DraftForm.ApplicationStep, $"{application}"));
        Assert.NotNull(await ReadAsync(DraftForm.InterviewOffer, $"{application}"));
        await SaveAsync(DraftForm.ApplicationStep, $"{application}", ("Record.Note", "採用します。"));
        await _it.WithdrawAsync(application);
        Assert.Equal(0, await CountAsync());
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task WhatIsPosted_IsKeptFirst_AndGoesWithTheVerbThatTakesIt_AlsoWhenItIsPressedTwice()
    {
        var application = await _it.AppliedAsync();
        var interview = new InterviewId(NewId.Next());
        Task<OpenFormDraft.Result?> PostAsync(string note) => new OpenFormDraft(_it.Database, _it.Clock).RunAsync(
            new(_it.Employer.Account, DraftForm.InterviewOffer, $"{application}", new(new Dictionary<string, IReadOnlyList<string>> { ["Offer.Note"] = [note] })), default);
        Task<OfferRefusal?> OfferAsync(int days) => new OfferInterviewTimes(_it.Database, _it.Clock).RunAsync(new(_it.Employer, application, interview, [_it.Clock.UtcNow().AddDays(days)], 60, "本社", null), default);

        // Refused, it stands there on the next visit, without a script as well.
        Assert.Equal("前日に見学もできます。", (await PostAsync("前日に見学もできます。"))!.Fields.One("Offer.Note"));
        Assert.Equal(OfferRefusal.TimeTooFar, await OfferAsync(1000));
        Assert.Equal("前日に見学もできます。", (await ReadAsync(DraftForm.InterviewOffer, $"{application}"))!.Fields.One("Offer.Note"));
        for (var press = 0; press < 2; press++)
        {
            await PostAsync("前日に見学もできます。");
            Assert.Null(await OfferAsync(3));
            Assert.Null(await ReadAsync(DraftForm.InterviewOffer, $"{application}"));
        }
        // A text that can't be kept doesn't cost the former one.
        await PostAsync("前の文章");
        Assert.Equal("前の文章", (await PostAsync(new string('あ', FormDraft.Room + 1)))!.Fields.One("Offer.Note"));
    }

    [Fact]
    public async Task ADraft_ComesBackIntoItsForm_FieldByField_WithoutTheKeysAPageDraws()
    {
        await SaveAsync(DraftForm.InterviewOffer, "a", ("Offer.Key", $"{Guid.NewGuid()}"), ("Offer.Times[0].Day", "2026-04-01"), ("Offer.Times[0].Start", "10:00"), ("Offer.Times[1].Day", ""), ("Offer.Times[1].Start", "11"),
            ("Offer.Minutes", "４５"), ("Offer.Alongside", "true"));

        var form = (await ReadAsync(DraftForm.InterviewOffer, "a"))!.Fields.Into<OfferForm>("Offer");

        Assert.Equal((Guid.Empty, 2, "2026-04-01", "11", "４５", true), (form.Key, form.Times.Count, form.Times[0].Day, form.Times[1].Start, form.Minutes, form.Alongside));
        var order = new TypedFields(new Dictionary<string, IReadOnlyList<string>> { ["Input.Through.Year"] = ["2026"], ["Input.Text"] = ["一行目\n二行目"] }).Into<OrderInput>("Input");
        Assert.Equal(("2026", null, "一行目\n二行目"), (order.Through.Year, order.AnswerBy.Day, order.Text));
        var report = new TypedFields(new Dictionary<string, IReadOnlyList<string>> { ["Input.Evidence"] = ["a", "b"] }).Into<ReportPage.ReportInput>("Input");
        Assert.Equal(["a", "b"], report.Evidence);
    }

    [Fact]
    public async Task WhatThePageAloneDraws_IsNoDraft_AndWhatItShowsAnyway_IsntCalledOne()
    {
        await SaveAsync(DraftForm.InterviewOffer, "a", ("Offer.Key", $"{Guid.NewGuid()}"), ("Offer.Note", ""));
        await SaveAsync(DraftForm.InterviewMove, "a", ("Move.Interview", $"{Guid.NewGuid()}"), ("Move.Seen", "2"), ("Move.Reason", " "));
        await SaveAsync(DraftForm.ApplicationStep, "a", ("Record.Seen", "1"), ("Record.Confirmed", "Hired"), ("Record.Back", "true"));
        Assert.Equal(0, await CountAsync());

        await SaveAsync(DraftForm.InterviewMove, "a", ("Move.Seen", "2"), ("Move.Reason", "会議のため"));
        Assert.Equal("2", (await ReadAsync(DraftForm.InterviewMove, "a"))!.Fields.One("Move.Seen"));
        await SaveAsync(DraftForm.InterviewOffer, "a", ("Offer.Key", $"{Guid.NewGuid()}"), ("Offer.Times[0].Day", ""), ("Offer.Minutes", "60"), ("Offer.Place", "本社"), ("Offer.Note", ""));
        var kept = await ReadAsync(DraftForm.InterviewOffer, "a");
        Assert.Null(kept.Unless("Offer", new OfferForm { Minutes = "60", Place = "本社" }));
        Assert.NotNull(kept.Unless("Offer", new OfferForm { Minutes = "60", Place = "支社" }));
        Assert.NotNull(kept.Unless("Offer", new OfferForm { Minutes = "60", Place = "本社", Times = [new() { Day = "2026-04-01" }] }));
        var usual = OrderInput.Usual(new DateOnly(2026, 3, 22));
        OpenFormDraft.Result order = new(new TypedFields(new Dictionary<string, IReadOnlyList<string>>
        {
            ["Input.Step"] = ["check"], ["Input.AnswerBy.Year"] = ["2026"], ["Input.AnswerBy.Month"] = ["4"], ["Input.AnswerBy.Day"] = ["5"], ["Input.Through.Year"] = ["2026"], ["Input.Through.Month"] = ["4"], ["Input.Through.Day"] = ["21"],
        }), _it.Clock.UtcNow());
        Assert.Null(order.Unless("Input", usual));
        Assert.NotNull(order.Unless("Input", OrderInput.Usual(new DateOnly(2026, 3, 23))));
    }

    private Task<DateTime?> SaveAsync(DraftForm form, string record, params (string Name, string Value)[] fields) =>
        new SaveFormDraft(_it.Database, _it.Clock).RunAsync(new(_it.Employer.Account, form, record, new(fields.ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[f.Value]))), default);

    private Task<OpenFormDraft.Result?> ReadAsync(DraftForm form, string record) => new OpenFormDraft(_it.Database, _it.Clock).RunAsync(new(_it.Employer.Account, form, record), default);

    private Task<int> CountAsync() => _it.ReadAsync(db => db.FormDrafts.CountAsync());
}
