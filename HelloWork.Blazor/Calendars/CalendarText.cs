namespace HelloWork.Blazor.Calendars;

/// <summary>What stands in calendars, and the words of the links that bring it there.</summary>
public sealed class CalendarText;
