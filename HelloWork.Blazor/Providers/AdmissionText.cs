namespace HelloWork.Blazor.Providers;

/// <summary>Marks the texts of the bureau's page about providers.</summary>
public sealed class AdmissionText;
