using System.Collections.Immutable;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Search;

/// <summary>ハローワーク所在地 (IN-01): which placement office is meant, or in charge (管轄) of a place.</summary>
public static class OfficeDirectory
{
    private sealed record Place(Municipality Municipality, string Words);

    private sealed record Entry(PlacementOffice Office, string Words, ImmutableArray<Place> Places);

    private static readonly ImmutableArray<Entry> Entries =
    [
        .. PlacementOffices.All.Select(office => new Entry(office, SearchText.Normalise($"{office.Name} {office.Address} {office.Code} {office.Phone}"),
            [.. office.MunicipalityCodes.Select(code => Municipalities.Find(code)!).Select(m => new Place(m, SearchText.Normalise($"{m.FullName} {m.Kana}")))])),
    ];

    /// <summary>Each word must be found in the office's own words or in those of one place it serves; a postal code means its places.</summary>
    /// <param name="words">Office, municipality (in any kana), address or postal code, in any width.</param>
    /// <param name="prefectureCode">Two digits, or null.</param>
    /// <returns>In the order of the offices' codes. Nothing asked: all.</returns>
    public static IReadOnlyList<OfficeFound> Find(string? words, string? prefectureCode)
    {
        var wanted = SearchText.Words(words);
        var known = Prefectures.Find(prefectureCode);
        return [.. Entries.Where(e => known is null || e.Office.PrefectureCode == known.Code).Select(e => Match(e, wanted)).OfType<OfficeFound>()];
    }

    private static OfficeFound? Match(Entry entry, IReadOnlyList<string> wanted)
    {
        if (wanted.All(w => entry.Words.Contains(w, StringComparison.Ordinal)))
            return new(entry.Office, []);
        var postal = wanted.Count == 1 ? PostalCodes.FindMunicipalities(wanted[0]) : [];
        var places = entry.Places.Where(p => postal.Any(m => m.Code == p.Municipality.Code)
            || wanted.All(w => p.Words.Contains(w, StringComparison.Ordinal) || entry.Words.Contains(w, StringComparison.Ordinal))).Select(p => p.Municipality).ToList();
        return places.Count > 0 ? new(entry.Office, places) : null;
    }
}

/// <param name="Places">The places by which it was found; none: by its own name or address.</param>
public sealed record OfficeFound(PlacementOffice Office, IReadOnlyList<Municipality> Places);
