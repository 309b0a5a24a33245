using System.Net.Mime;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace HelloWork.Blazor.Calendars;

/// <summary>カレンダーのファイル (RFC 5545): one entry, to be taken into a calendar, or out of it again.</summary>
/// <param name="Method">PUBLISH or CANCEL.</param>
public sealed record CalendarFile(string Name, string Method, byte[] Content)
{
    public const string MediaType = "text/calendar";

    public ContentType ContentType() => new(MediaType) { CharSet = "utf-8", Name = Name, Parameters = { ["method"] = Method } };

    /// <param name="name">Plain letters.</param>
    internal static CalendarFile Of(CalendarEntry entry, string name, MailboxName organizer)
    {
        var written = new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            DtStamp = Utc(entry.ChangedAt),
            LastModified = Utc(entry.ChangedAt),
            Start = entry.StartsAt is { } at ? Utc(at) : new CalDateTime(entry.Day),
            End = entry.StartsAt is { } start ? Utc(start.AddMinutes(entry.Minutes)) : new CalDateTime(entry.Day.AddDays(1)),
            Summary = entry.Summary,
            Description = entry.Description,
            Location = entry.Place,
            Url = entry.Link,
            Organizer = new Organizer($"mailto:{organizer.Address}") { CommonName = organizer.Name },
            Status = entry.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            // A deadline takes nobody's day; an interview does.
            Transparency = entry.StartsAt is null ? TransparencyType.Transparent : TransparencyType.Opaque,
        };
        var method = entry.Cancelled ? "CANCEL" : "PUBLISH";
        var calendar = new Calendar { ProductId = "-//Hello Work Portal//Portal//JA", Method = method, Events = { written } };
        return new(name, method, Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!));
    }

    private static CalDateTime Utc(DateTime at) => new(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}

/// <summary>The portal, as the one who tells of an entry.</summary>
internal sealed record MailboxName(string Name, string Address);

/// <summary>One entry: an appointment, or a day.</summary>
internal sealed record CalendarEntry
{
    /// <summary>The same for ever, so that a calendar knows it again.</summary>
    public required string Uid { get; init; }
    /// <summary>Grows with each change.</summary>
    public required int Sequence { get; init; }
    public required DateTime ChangedAt { get; init; }
    public required string Summary { get; init; }
    public required string Description { get; init; }
    public required Uri Link { get; init; }
    public string? Place { get; init; }
    /// <summary>UTC; null: the whole <see cref="Day"/>.</summary>
    public DateTime? StartsAt { get; init; }
    public int Minutes { get; init; }
    public DateOnly Day { get; init; }
    public bool Cancelled { get; init; }
}
