namespace HelloWork.Blazor.Employers.Profile;

/// <summary>Marks the texts of an office's profile and pictures.</summary>
public sealed class OfficeProfileText;
