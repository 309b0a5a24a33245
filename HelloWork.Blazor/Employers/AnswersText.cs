namespace HelloWork.Blazor.Employers;

/// <summary>Marks the texts about how an office answers and is answered.</summary>
public sealed class AnswersText;
