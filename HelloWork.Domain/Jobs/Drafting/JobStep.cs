namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人申込みの手順: the official application's own eight steps, in its order.</summary>
public enum JobStep
{
    /// <summary>求人区分等</summary>
    General = 1,
    /// <summary>事業所情報</summary>
    Office = 2,
    /// <summary>仕事内容</summary>
    Work = 3,
    /// <summary>賃金・手当</summary>
    Pay = 4,
    /// <summary>労働時間</summary>
    Hours = 5,
    /// <summary>保険・年金・定年等</summary>
    Conditions = 6,
    /// <summary>求人PR</summary>
    Appeal = 7,
    /// <summary>選考方法</summary>
    Selection = 8,
}
