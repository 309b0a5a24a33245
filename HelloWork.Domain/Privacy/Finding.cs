namespace HelloWork.Domain.Privacy;

/// <summary>What in free text tells who a person is (個人を特定できる情報), PV-04.</summary>
public enum IdentifyingKind
{
    /// <summary>電話番号: fixed, mobile, toll-free, IP and foreign numbers.</summary>
    Phone,

    /// <summary>メールアドレス, also with the sign or the dot in words.</summary>
    Email,

    /// <summary>URL, also a bare domain.</summary>
    Url,

    /// <summary>The id or handle in LINE, カカオトーク, Skype, Instagram, X and the like.</summary>
    MessengerId,

    /// <summary>郵便番号.</summary>
    PostalCode,

    /// <summary>住所 finer than a municipality: 丁目, 番地, a building with its room. A municipality alone isn't one: it may be where somebody wants to work.</summary>
    StreetAddress,

    /// <summary>マイナンバー（個人番号）.</summary>
    MyNumber,

    /// <summary>生年月日 in either calendar, also the year alone where it is called a year of birth.</summary>
    BirthDate,

    /// <summary>氏名 where the text says that it is one.</summary>
    Name,
}

/// <summary>One identifying place in a text.</summary>
/// <param name="Start">Index of its first UTF-16 unit in the text as typed.</param>
/// <param name="Length">Its length there, hidden characters within it included.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Finding(int Start, int Length, IdentifyingKind Kind)
{
    /// <summary>Index after its last UTF-16 unit.</summary>
    public int End => Start + Length;
}
