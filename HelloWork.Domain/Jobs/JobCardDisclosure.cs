using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelloWork.Domain.Data;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Jobs;

/// <summary>公開範囲: what of a job card is shown to whom (JO-02).</summary>
public static partial class JobCardDisclosure
{
    /// <summary>Stands where free text named the office.</summary>
    public const string NamePlaceholder = "（事業所名）";
    /// <summary>Stands where free text gave a telephone number, an e-mail address or a link.</summary>
    public const string ContactPlaceholder = "（連絡先）";

    /// <summary>Whether the office's name is shown. <paramref name="toSeeker"/>: the reader is a signed-in seeker.</summary>
    public static bool ShowsOfficeName(this Disclosure disclosure, bool toSeeker) =>
        disclosure is Disclosure.NameToAll || (toSeeker && disclosure is Disclosure.NameToSeekers);

    /// <summary>
    /// The card without anything that tells which office it is: name, address, homepage, representative, contact, the workplace below
    /// its municipality, and the name or a contact wherever free text says it (JO-02).
    /// </summary>
    public static JobCard WithoutOfficeName(this JobCard card)
    {
        var bare = card with
        {
            Office = new(),
            Work = card.Work with
            {
                DispatchLicence = null, WorkplaceRemarks = null,
                Workplaces = card.Work.Workplaces.Select(MunicipalityOnly).OfType<JobCard.Workplace>().ToList(),
            },
            Company = card.Company with { RepresentativeTitle = null, Representative = null, CorporateNumber = null },
            Selection = card.Selection with
            {
                PlacePostalCode = null, PlaceAddress = null, PlaceStation = null, ContactPosition = null, ContactNameKana = null, ContactName = null,
                ContactPhone = null, ContactExtension = null, ContactFax = null, ContactEmail = null,
            },
            Remarks = card.Remarks with { Branches = null, MainCustomers = null, YearlySales = null, AffiliatedCompanies = null },
        };
        var names = NamesOf(card.Office);
        var normalNames = names.Select(SearchText.Normalise).Where(name => name.Length > 0).ToList();
        var document = JsonSerializer.SerializeToNode(bare, JsonDocuments.Options)!;
        Cover(document, text => Covered(text, names, normalNames));
        return document.Deserialize<JobCard>(JsonDocuments.Options)!;
    }

    private static JobCard.Workplace? MunicipalityOnly(JobCard.Workplace place)
    {
        var read = place.PrefectureCode is null ? Municipalities.FindInAddress(place.Address) : null;
        var prefecture = place.PrefectureCode ?? read?.Prefecture.Code;
        return prefecture is null ? null : new() { PrefectureCode = prefecture, MunicipalityCode = place.MunicipalityCode ?? read?.Municipality?.Code };
    }

    /// <summary>As written and without the legal form, longest first. A place is no name: 東京株式会社 doesn't take 東京 out of the text.</summary>
    private static List<string> NamesOf(JobCard.OfficeBlock office) =>
        new[] { office.Name, office.NameKana }.OfType<string>()
            .SelectMany(name => LegalForm().Split(name).Append(name)).Select(name => name.Trim())
            .Where(name => name.Length >= 2 && !IsPlace(name))
            .Distinct().OrderByDescending(name => name.Length).ToList();

    private static readonly FrozenSet<string> PlaceNames = Municipalities.All.SelectMany(m => new[] { m.LocalName, m.LocalName[..^1] }).ToFrozenSet();

    private static bool IsPlace(string name) => Prefectures.ByName(name) is not null || PlaceNames.Contains(name);

    private static void Cover(JsonNode node, Func<string, string> cover)
    {
        if (node is JsonObject fields)
            foreach (var (key, value) in fields.ToList())
                CoverChild(value, text => fields[key] = text, cover);
        else if (node is JsonArray items)
            for (var i = 0; i < items.Count; i++)
            {
                var at = i;
                CoverChild(items[i], text => items[at] = text, cover);
            }
    }

    private static void CoverChild(JsonNode? child, Action<string> replace, Func<string, string> cover)
    {
        if (child is JsonValue value && value.TryGetValue<string>(out var text))
            replace(cover(text));
        else if (child is not null)
            Cover(child, cover);
    }

    private static string Covered(string text, List<string> names, List<string> normalNames)
    {
        // Whatever the expression finds holds one of these; most texts hold none.
        if (text.AsSpan().ContainsAny(SignsOfContact))
            text = Contact().Replace(text, ContactPlaceholder);
        foreach (var name in names)
            text = text.Replace(name, NamePlaceholder, StringComparison.Ordinal);
        // Written in another width or kana it can't be cut out exactly, so the line goes.
        if (normalNames.Count == 0 || !normalNames.Any(SearchText.Normalise(text).Contains))
            return text;
        var lines = text.Split('\n').Select(line => normalNames.Any(SearchText.Normalise(line).Contains) ? NamePlaceholder : line);
        var left = string.Join('\n', lines);
        return normalNames.Any(SearchText.Normalise(left).Contains) ? NamePlaceholder : left;
    }

    private static readonly SearchValues<char> SignsOfContact = SearchValues.Create(":.@＠0０");

    [GeneratedRegex("株式会社|有限会社|合同会社|合名会社|合資会社|[（(][株有][）)]|[㈱㈲]|相互会社|"
        + "(?:公益|一般)?(?:社団|財団)法人|社会福祉法人|医療法人|学校法人|宗教法人|特定非営利活動法人|NPO法人|(?:税理士|弁護士|司法書士|社会保険労務士)法人|"
        + "カブシキガイシャ|カブシキカイシャ|ユウゲンガイシャ|ユウゲンカイシャ|ゴウドウガイシャ|ゴウドウカイシャ")]
    private static partial Regex LegalForm();

    // An address of mail or web, or ten digits and more that look like a telephone number; in either width.
    [GeneratedRegex(@"(?:https?://|www\.)[!-~]+|[A-Za-z0-9._%+\-]+[@＠][A-Za-z0-9.\-]+\.[A-Za-z]{2,}|(?<![0-9０-９])[0０][0-9０-９]{1,4}[-－ー‐―()（）]{1,2}[0-9０-９]{1,4}[-－ー‐―()（）]{1,2}[0-9０-９]{3,4}(?![0-9０-９])")]
    private static partial Regex Contact();
}
