namespace HelloWork.Domain.Privacy;

/// <summary>
/// The guard of rules PV-04 and MS-06: finds in free Japanese text what identifies a person. It only finds; whether that warns or stops,
/// and which fields are exempt, is for the caller to say. Made for one message or one field: time and memory grow with the length, whatever the text.
/// What it catches, what it doesn't, and how well, is written in docs/privacy-guard.md.
/// </summary>
public static class IdentifyingText
{
    /// <summary>All places in the order of the text, none overlapping another. Never throws; null has none.</summary>
    public static IReadOnlyList<Finding> Find(string? text) => Find(text, out _);

    /// <summary>The same, and how many characters were looked at: the work done, which a test holds to grow no faster than the text.</summary>
    public static IReadOnlyList<Finding> Find(string? text, out long charactersRead)
    {
        var folded = new FoldedText(text ?? "");

        // Who comes first keeps a place: the domain of a mail address is no site of its own, its digits are no phone.
        WebAddresses.Find(folded);
        MessengerIds.Find(folded);
        IdentifyingNumbers.Find(folded);
        BirthDates.Find(folded);
        StreetAddresses.Find(folded);
        PersonNames.Find(folded);

        charactersRead = folded.CharactersRead;
        return folded.FindingsInOrder();
    }
}
