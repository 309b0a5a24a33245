using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Applications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.DirectRequests;

public sealed class ExplainRequestTests : IAsyncLifetime
{
    private Exchange _it = null!;

    public async Task InitializeAsync() => _it = await Exchange.CreateAsync();

    public async Task DisposeAsync() => await _it.DisposeAsync();

    [Fact, Trait("Rule", "DR-08")]
    public async Task WhatFits_IsNamed_AndNothingElse()
    {
        var request = await _it.RequestAsync();
        var job = await _it.ReadAsync(db => db.JobOffers.Include(j => j.Places).SingleAsync());
        var place = job.Places[0];
        await WishAsync(new SeekerStatement
        {
            OccupationCodes = [job.OccupationCode!], Places = [new(place.PrefectureCode, place.MunicipalityCode)], WantsRegular = true,
            WishedMonthlyIncome = job.WageFrom, WishedHourlyIncome = 1, LastMonthlyIncome = 1,
        });

        Assert.Equal(
            [new(RequestFitKind.Occupation, job.OccupationCode), new(RequestFitKind.Municipality, place.MunicipalityCode), new(RequestFitKind.MonthlyWage, $"{job.WageFrom}"), new RequestFit(RequestFitKind.Regular)],
            await ExplainAsync(request));
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task WishesElsewhere_FitNothing()
    {
        var request = await _it.RequestAsync();
        await WishAsync(new SeekerStatement { OccupationCodes = ["001-01"], Places = [new("47", null)], WishedMonthlyIncome = 9_000_000, Style = WorkingStyle.PartTime });

        Assert.Empty(await ExplainAsync(request));
    }

    [Fact, Trait("Rule", "DR-08"), Trait("Rule", "SS-02")]
    public async Task WhatIsNotShownToEmployers_AndSomebodyElsesRequest_IsComparedWithNothing()
    {
        var request = await _it.RequestAsync();
        var job = await _it.ReadAsync(db => db.JobOffers.SingleAsync());
        await WishAsync(new SeekerStatement { OccupationCodes = [job.OccupationCode!] });

        Assert.NotEmpty(await ExplainAsync(request));
        Assert.Empty(await new ExplainRequest(_it.Database, _it.Clock).RunAsync(new((await _it.Given.SeekerAsync()).Actor, request), default));
        await new ChangePublication(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, false), default);
        Assert.Empty(await ExplainAsync(request));
    }

    private Task<IReadOnlyList<RequestFit>> ExplainAsync(DirectRequestId request) => new ExplainRequest(_it.Database, _it.Clock).RunAsync(new(_it.Seeker.Actor, request), default);

    private Task WishAsync(SeekerStatement statement) => _it.ChangeAsync(async db => (await db.SeekerProfiles.Include(p => p.Places).Include(p => p.Occupations).Include(p => p.Licences).SingleAsync(p => p.SeekerId == _it.Seeker.Id)).State(statement, _it.Clock.GetUtcNow().UtcDateTime));
}
