namespace HelloWork.Domain.Accounts;

/// <summary>表示する言語: what pages and mails are written in. The words people wrote themselves stay as they are.</summary>
public enum Language
{
    /// <summary>日本語</summary>
    Japanese = 1,
    /// <summary>やさしい日本語: short sentences, with readings for kanji.</summary>
    EasyJapanese = 2,
    /// <summary>English</summary>
    English = 3,
}
