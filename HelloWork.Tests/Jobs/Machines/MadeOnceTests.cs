using HelloWork.Blazor.Jobs.Machines;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Jobs.Machines;

public sealed class MadeOnceTests : IDisposable
{
    private readonly MadeOnce _made = new(new TestClock());
    private int _times;

    public void Dispose() => _made.Dispose();

    [Fact]
    public async Task WhatIsExpected_IsMadeOnce_AndAllElseGoesWhenOtherThingsAre()
    {
        _made.Expect(["a", "b"]);
        await _made.GetAsync("a", WriteAsync, default);
        await _made.GetAsync("a", WriteAsync, default);
        Assert.Equal(1, _times);

        _made.Expect(["b"]);
        await _made.GetAsync("a", WriteAsync, default);

        Assert.Equal(2, _times);
        Assert.Equal((false, true), (_made.Expects("a"), _made.Expects("b")));
    }

    [Fact]
    public async Task WhatNobodyExpects_WaitsForNothing()
    {
        var busy = new TaskCompletionSource();
        var making = _made.GetAsync("a", async (to, ct) => await busy.Task, default);

        var refused = await _made.NowAsync(WriteAsync, default);
        busy.SetResult();
        await making;

        Assert.Null(refused);
        Assert.NotNull(await _made.NowAsync(WriteAsync, default));
    }

    private Task WriteAsync(Stream to, CancellationToken ct)
    {
        _times++;
        return Task.CompletedTask;
    }
}
