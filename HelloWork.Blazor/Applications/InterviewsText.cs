namespace HelloWork.Blazor.Applications;

/// <summary>Wording of 面接の日時: offering, picking, moving and calling off.</summary>
public sealed class InterviewsText;
