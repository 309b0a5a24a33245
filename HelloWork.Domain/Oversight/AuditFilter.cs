using System.Globalization;

namespace HelloWork.Domain.Oversight;

/// <summary>監査記録のさがし方: what an officer asks for; everything given has to fit.</summary>
public sealed record AuditFilter
{
    /// <summary>User ID, or a part of the display name.</summary>
    public string? Who { get; init; }
    /// <summary>Only what no person did: the scheduler and operators' commands.</summary>
    public bool WithoutPerson { get; init; }
    /// <summary>Number of a job offer, office, registration, provider, profile or desk record, or a key.</summary>
    public string? Record { get; init; }
    /// <summary>Name of the record's type, for instance <c>DirectRequest</c>.</summary>
    public string? RecordType { get; init; }
    /// <summary>Name of the verb, for instance <c>SendDirectRequest</c>.</summary>
    public string? Act { get; init; }
    /// <summary>First Japanese day.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Last Japanese day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether it looks at one person or one record.</summary>
    public bool IsTargeted => !string.IsNullOrWhiteSpace(Who) || !string.IsNullOrWhiteSpace(Record);

    /// <summary>For the trail itself: numbers and names of types, never the name that was typed.</summary>
    internal string Described() => string.Join("; ", new[]
    {
        string.IsNullOrWhiteSpace(Who) ? null : "person",
        WithoutPerson ? "without person" : null,
        string.IsNullOrWhiteSpace(Record) ? null : "record",
        Part("type", RecordType),
        Part("act", Act),
        Part("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Part("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    }.OfType<string>());

    private static string? Part(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name} {(value.Length > 60 ? value[..60] : value)}";
}

/// <summary>A place in the trail: the next page begins with what is older.</summary>
public readonly record struct AuditPlace(DateTime At, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Id}");

    public static bool TryParse(string? text, out AuditPlace place)
    {
        place = default;
        if (text?.Split('-') is not [var ticks, var id] || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) || t > DateTime.MaxValue.Ticks
            || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i))
            return false;
        place = new(new DateTime(t, DateTimeKind.Utc), i);
        return true;
    }
}

/// <summary>One row as an officer reads it.</summary>
/// <param name="UserId">Null: no person did it.</param>
/// <param name="RecordNumber">By which people know the record; null: only its key is known.</param>
public sealed record AuditLine(long Id, DateTime At, string? UserId, string? DisplayName, string Act, string RecordType, string RecordId, string? RecordNumber, string? Detail);
