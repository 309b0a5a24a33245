namespace HelloWork.Blazor.Counselling;

/// <summary>Marks the texts of the counselor's desk.</summary>
public sealed class CounsellingText;
