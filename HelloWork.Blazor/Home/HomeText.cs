namespace HelloWork.Blazor.Home;

/// <summary>Marks the texts of the home page.</summary>
public sealed class HomeText;
