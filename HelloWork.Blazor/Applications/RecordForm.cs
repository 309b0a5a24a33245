namespace HelloWork.Blazor.Applications;

/// <summary>What the form of <see cref="RecordStep"/> posts.</summary>
public sealed class RecordForm
{
    public string? Step { get; set; }
    public string? Note { get; set; }

    /// <summary>How many steps the employer had before their eyes.</summary>
    public int Seen { get; set; }

    /// <summary>The outcome that was confirmed in words.</summary>
    public string? Confirmed { get; set; }

    /// <summary>Set by the button that goes back from confirming to mending.</summary>
    public string? Back { get; set; }
}

/// <summary>What the form of <see cref="AnswerPromise"/> posts.</summary>
public sealed class PromiseForm
{
    public string? Day { get; set; }
}
