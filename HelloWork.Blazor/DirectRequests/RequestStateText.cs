namespace HelloWork.Blazor.DirectRequests;

/// <summary>Marks the words for the states of a direct request, the same for both sides (DR-10).</summary>
public sealed class RequestStateText;
