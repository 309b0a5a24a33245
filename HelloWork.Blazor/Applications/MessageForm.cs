namespace HelloWork.Blazor.Applications;

/// <summary>What the form of <see cref="ApplicationMessages"/> posts.</summary>
public sealed class MessageForm
{
    public Guid Key { get; set; }
    public string? Body { get; set; }
}
