namespace HelloWork.Blazor.Accounts;

/// <summary>What everybody types who opens an account.</summary>
public abstract class OpeningInput
{
    public string? Email { get; set; }
    public string? Password { get; set; }
    public string? Again { get; set; }
    public bool Agreed { get; set; }
}
