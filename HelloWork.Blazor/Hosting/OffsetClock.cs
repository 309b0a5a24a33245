namespace HelloWork.Blazor.Hosting;

/// <summary>The portal's clock moved by a fixed span, so that deadlines can be tried out. Development only.</summary>
public sealed class OffsetClock(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
}
