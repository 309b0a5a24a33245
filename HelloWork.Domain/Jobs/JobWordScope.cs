namespace HelloWork.Domain.Jobs;

/// <summary>フリーワードの検索対象: which part of a job the words are looked for in.</summary>
public enum JobWordScope
{
    /// <summary>職種</summary>
    Title = 1,
    /// <summary>事業所名</summary>
    Office = 2,
    /// <summary>仕事の内容</summary>
    Duties = 3,
    /// <summary>最寄り駅</summary>
    Station = 4,
    /// <summary>就業場所</summary>
    Place = 5,
    /// <summary>事業内容</summary>
    Business = 6,
    /// <summary>免許・資格</summary>
    Licence = 7,
    /// <summary>必要な経験</summary>
    Experience = 8,
    /// <summary>その他: remarks, message, welfare, the job's number</summary>
    Other = 9,
}
