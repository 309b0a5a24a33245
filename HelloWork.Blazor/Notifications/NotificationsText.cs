namespace HelloWork.Blazor.Notifications;

/// <summary>Wording of the page that shows mail in Development.</summary>
public sealed class NotificationsText;
