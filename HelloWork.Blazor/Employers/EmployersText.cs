namespace HelloWork.Blazor.Employers;

/// <summary>Marks the texts of the employer's home and list of jobs.</summary>
public sealed class EmployersText;
