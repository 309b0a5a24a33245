namespace HelloWork.Domain.ReferenceData;

/// <summary>都道府県.</summary>
/// <param name="Code">JIS X 0401: "01" to "47".</param>
/// <param name="Name">With its suffix: 東京都.</param>
/// <param name="Kana">Full-width katakana.</param>
/// <param name="Region">地方, the common grouping: 関東.</param>
public sealed record Prefecture(string Code, string Name, string Kana, string Region)
{
    /// <summary>As said in speech: 東京, 北海道.</summary>
    public string ShortName => Code == "01" ? Name : Name[..^1];
}
