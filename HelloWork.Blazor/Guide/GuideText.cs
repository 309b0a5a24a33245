namespace HelloWork.Blazor.Guide;

/// <summary>Marks the texts of the information pages: both leaflets, in our own words.</summary>
public sealed class GuideText;
