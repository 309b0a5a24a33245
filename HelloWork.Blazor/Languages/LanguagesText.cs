namespace HelloWork.Blazor.Languages;

/// <summary>Marks the words of the language switch.</summary>
public sealed class LanguagesText;
