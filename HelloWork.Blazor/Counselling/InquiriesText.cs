namespace HelloWork.Blazor.Counselling;

/// <summary>Marks the texts of the desk's inquiries and consultations.</summary>
public sealed class InquiriesText;
