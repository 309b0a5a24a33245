namespace HelloWork.Blazor.Oversight;

/// <summary>Marks the texts of orders of correction, on the side that orders and on the side that answers.</summary>
public sealed class OrderText;
