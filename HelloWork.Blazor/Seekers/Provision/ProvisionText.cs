namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>Marks the texts of the seeker's side of the provision site.</summary>
public sealed class ProvisionText;
