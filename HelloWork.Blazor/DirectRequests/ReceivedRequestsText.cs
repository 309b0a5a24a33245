namespace HelloWork.Blazor.DirectRequests;

/// <summary>Marks the texts of the pages on which a seeker reads and answers direct requests.</summary>
public sealed class ReceivedRequestsText;
