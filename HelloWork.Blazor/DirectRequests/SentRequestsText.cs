namespace HelloWork.Blazor.DirectRequests;

/// <summary>Marks the texts of the employer's list of sent requests.</summary>
public sealed class SentRequestsText;
