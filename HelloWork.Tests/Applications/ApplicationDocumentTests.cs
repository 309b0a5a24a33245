using System.Text;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Applications;

public sealed class ApplicationDocumentTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "AP-01")]
    public async Task WhatIsAdded_IsShownBeforeSending_AndReadByThatOfficeAlone_EachTimeOnRecord()
    {
        await AddAsync("履歴書.pdf", DocumentFileTests.Pdf);
        await AddAsync("写真.png", PictureFileTests.SmallPng);
        var preview = await _it.PreviewAsync();
        Assert.Equal(["履歴書.pdf", "写真.png"], preview.Papers.Documents.Select(d => d.Name));
        var document = preview.Papers.Documents[0].Id;
        Assert.Null(await ReadByEmployerAsync(document));

        var application = (await _it.SendAsync(preview)).Application!.Value;

        Assert.Equal(DocumentFileTests.Pdf, (await ReadByEmployerAsync(document))!.Bytes);
        Assert.Equal("履歴書.pdf", (await ReadBySeekerAsync(document))!.Name);
        Assert.Null(await new ReadApplicationDocument(_it.Database, _it.Clock).RunAsync(new ReadApplicationDocument.ByEmployer(await _it.Given.EmployerAsync("株式会社よそ"), document), default));
        Assert.Null(await new ReadApplicationDocument(_it.Database, _it.Clock).RunAsync(new ReadApplicationDocument.BySeeker((await _it.Given.SeekerAsync()).Actor, document), default));
        Assert.Equal([_it.Employer.Account, _it.Seeker.Account], await _it.ReadAsync(db => db.AuditEntries.Where(e => e.Act == nameof(ReadApplicationDocument)).OrderBy(e => e.Id).Select(e => e.AccountId!.Value).ToListAsync()));
        var received = await _it.EmployerOpensAsync(application);
        Assert.Equal(preview.Papers.Documents, received!.Papers.Documents);
        Assert.Equal(preview.Papers.Documents.Select(d => d.Id).Order(), received.ReadableDocuments.Order());
        Assert.False(await RemoveAsync(document));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task AFileAddedOrRemovedAfterTheConfirmationPage_SendsNothing()
    {
        await AddAsync("履歴書.pdf");
        var preview = await _it.PreviewAsync();
        await AddAsync("職務経歴書.pdf");

        Assert.Equal(ApplyRefusal.PapersChanged, (await _it.SendAsync(preview)).Refusal);
        var second = await _it.PreviewAsync();
        Assert.True(await RemoveAsync(second.Papers.Documents[1].Id));
        Assert.Equal(ApplyRefusal.PapersChanged, (await _it.SendAsync(second)).Refusal);
        Assert.Null((await _it.SendAsync(await _it.PreviewAsync())).Refusal);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Add_TenAtOnce_TakesFive()
    {
        var refusals = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => AddAsync($"{i}.pdf"))));

        Assert.Equal(5, refusals.Count(r => r is null));
        Assert.Equal(5, refusals.Count(r => r is DocumentRefusal.TooMany));
        Assert.Equal([1, 2, 3, 4, 5], (await _it.ReadAsync(db => db.ApplicationDocuments.Select(d => d.Slot).ToListAsync())).Order().Select(s => (int)s));
        Assert.Equal(5, (await _it.PreviewAsync()).Papers.Documents.Count);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Add_BeyondFifteenMegabytesInAll_IsRefused()
    {
        static byte[] Large(byte mark) => [.. "%PDF-1.7\n"u8, mark, .. new byte[(5 * 1024 * 1024) - 21], .. "\n%%EOF\n"u8];

        Assert.Equal(new DocumentRefusal?[] { null, null, null }, [await AddAsync("1.pdf", Large(1)), await AddAsync("2.pdf", Large(2)), await AddAsync("3.pdf", Large(3))]);
        Assert.Equal(DocumentRefusal.TooLargeInAll, await AddAsync("4.pdf"));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Add_BeyondSixtyMegabytesInApplicationsNotSent_IsRefused_UntilOneOfThemIsTakenAway()
    {
        await using (var db = _it.Database.CreateDbContext())
        {
            for (var job = 0; job < 4; job++)
            {
                var other = await _it.Given.JobAsync(_it.Employer);
                for (var slot = 1; slot <= 3; slot++)
                    db.Add(new ApplicationDocument(_it.Seeker.Id, other.Id, slot, new("履歴書.pdf", DocumentType.Pdf, new byte[DocumentFile.MostBytes]), _it.Clock.UtcNow()));
            }
            await db.SaveChangesAsync();
        }
        Assert.Equal(ApplicationDocument.MostBytesUnsent, await _it.ReadAsync(db => db.ApplicationDocuments.SumAsync(d => (long)d.Size)));

        Assert.Equal(DocumentRefusal.TooMuchUnsent, await AddAsync("1.pdf"));

        Assert.True(await RemoveAsync(await _it.ReadAsync(db => db.ApplicationDocuments.Select(d => d.Id).FirstAsync())));
        Assert.Null(await AddAsync("1.pdf"));
    }

    [Theory, Trait("Rule", "AP-01")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithAWithdrawalOrARefusal_TheFilesAreGone_AndTheirNamesStay(bool withdrawn)
    {
        await AddAsync("履歴書.pdf");
        var application = await _it.AppliedAsync();
        var document = (await _it.SeekerOpensAsync(application))!.Papers.Documents[0].Id;

        if (withdrawn)
            await _it.WithdrawAsync(application);
        else
            await _it.RecordAsync(application, ApplicationStatus.NotHired, "ほかの方に決まりました。");

        Assert.Null(await ReadByEmployerAsync(document));
        Assert.Equal(0, await _it.ReadAsync(db => db.ApplicationDocuments.CountAsync()));
        var after = await _it.EmployerOpensAsync(application);
        Assert.Equal(("履歴書.pdf", 0), (after!.Papers.Documents[0].Name, after.ReadableDocuments.Count));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task ThirtyDaysAfterHiring_TheFilesCantBeRead_AndTheSweepRemovesThem()
    {
        await AddAsync("履歴書.pdf");
        var application = await _it.AppliedAsync();
        var document = (await _it.SeekerOpensAsync(application))!.Papers.Documents[0].Id;
        await _it.RecordAsync(application, ApplicationStatus.Hired);

        _it.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromTicks(1));
        Assert.NotNull(await ReadByEmployerAsync(document));
        Assert.Equal(0, await SweepAsync());
        _it.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Null(await ReadByEmployerAsync(document));
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());
    }

    [Theory, Trait("Rule", "AP-01")]
    [InlineData(true), InlineData(false)]
    public async Task WhereNothingIsDecided_TheFilesEndWithTheMyPage_OrNinetyDaysAfterTheJob(bool closed)
    {
        await AddAsync("履歴書.pdf");
        var application = await _it.AppliedAsync();
        var document = (await _it.SeekerOpensAsync(application))!.Papers.Documents[0].Id;
        if (closed)
            await _it.ChangeAsync(async db => (await db.Seekers.SingleAsync()).CloseMyPage(_it.Clock.UtcNow()));
        else
        {
            await _it.ChangeAsync(async db => (await db.JobOffers.SingleAsync()).End(JobEndReason.Filled, _it.Clock.UtcNow()));
            _it.Clock.Advance(TimeSpan.FromDays(89));
            Assert.NotNull(await ReadByEmployerAsync(document));
            Assert.Equal(0, await SweepAsync());
            _it.Clock.Advance(TimeSpan.FromDays(2));
        }

        Assert.Null(await ReadByEmployerAsync(document));
        Assert.Equal(1, await SweepAsync());
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Add_OfTheSameFileAgain_IsOneFile()
    {
        Assert.Null(await AddAsync("履歴書.pdf"));
        Assert.Null(await AddAsync("履歴書.pdf"));

        Assert.Single((await _it.PreviewAsync()).Papers.Documents);
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task OfAnApplicationThatIsNeverSent_TheFilesGoAfterNinetyDays_OrWithTheMyPage()
    {
        await AddAsync("履歴書.pdf");
        _it.Clock.Advance(TimeSpan.FromDays(89));
        Assert.Equal(0, await SweepAsync());

        await _it.ChangeAsync(async db => (await db.Seekers.SingleAsync()).CloseMyPage(_it.Clock.UtcNow()));

        Assert.Equal(1, await SweepAsync());
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Add_ToAJobThatCantBeAppliedTo_IsRefused()
    {
        await _it.AppliedAsync();

        Assert.Equal(DocumentRefusal.NotOpen, await AddAsync("履歴書.pdf"));
    }

    private Task<DocumentRefusal?> AddAsync(string name, byte[]? file = null) =>
        new AddApplicationDocument(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, _it.Job.Number, name, file ?? [.. DocumentFileTests.Pdf, .. Encoding.UTF8.GetBytes($"%{name}\n")]), default);

    private Task<bool> RemoveAsync(Guid document) => new RemoveApplicationDocument(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, document), default);

    private Task<DocumentFile?> ReadByEmployerAsync(Guid document) => new ReadApplicationDocument(_it.Database, _it.Clock).RunAsync(new ReadApplicationDocument.ByEmployer(_it.Employer, document), default);

    private Task<DocumentFile?> ReadBySeekerAsync(Guid document) => new ReadApplicationDocument(_it.Database, _it.Clock).RunAsync(new ReadApplicationDocument.BySeeker(_it.Seeker.Actor, document), default);

    private Task<int> SweepAsync() => new RemoveEndedDocuments(_it.Database, _it.Clock).RunAsync(default);
}
