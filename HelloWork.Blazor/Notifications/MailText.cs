namespace HelloWork.Blazor.Notifications;

/// <summary>Wording of every mail: <c>{kind}.Subject</c> (fixed words only) and <c>{kind}.Body</c> with marks such as <c>{job}</c>.</summary>
public sealed class MailText;
