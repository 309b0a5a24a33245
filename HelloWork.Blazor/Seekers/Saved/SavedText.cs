namespace HelloWork.Blazor.Seekers.Saved;

/// <summary>Marks the texts of saved jobs, saved searches and their mails.</summary>
public sealed class SavedText;
