namespace HelloWork.Tests.Support;

/// <summary>A look that a landing's minutes don't reach for: only with HELLOWORK_EVERY_LOOK=1 (build/looks.sh). Something like it runs each time.</summary>
public sealed class EveryLookFactAttribute : FactAttribute
{
    public EveryLookFactAttribute()
    {
        if (!PageInOrder.EveryLook)
            Skip = "One of many looks: set HELLOWORK_EVERY_LOOK=1, or run build/looks.sh.";
    }
}
