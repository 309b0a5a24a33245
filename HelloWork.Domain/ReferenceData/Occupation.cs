namespace HelloWork.Domain.ReferenceData;

/// <summary>Levels of the classification of occupations.</summary>
public enum OccupationLevel
{
    /// <summary>大分類, two digits.</summary>
    Major,

    /// <summary>中分類, three digits.</summary>
    Middle,

    /// <summary>小分類, NNN-NN.</summary>
    Minor,
}

/// <summary>職業 of the 厚生労働省編職業分類 (2022).</summary>
/// <param name="Code">"04", "023" or "023-01".</param>
/// <param name="ParentCode">One level up; null for a major group.</param>
/// <param name="Name">看護師.</param>
/// <param name="IsExample">True where name and number are ours and not of the official table; so for all minor groups.</param>
public sealed record Occupation(string Code, string? ParentCode, string Name, bool IsExample)
{
    /// <summary>Follows from the shape of the code.</summary>
    public OccupationLevel Level => Code.Length switch { 2 => OccupationLevel.Major, 3 => OccupationLevel.Middle, _ => OccupationLevel.Minor };
}
