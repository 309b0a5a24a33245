namespace HelloWork.Blazor.Guide;

/// <summary>給付制限がありますか</summary>
public enum RestrictionAnswer
{
    Yes = 1,
    No = 2,
    Unknown = 3,
}

/// <summary>いつ就職しますか</summary>
public enum StartAnswer
{
    /// <summary>From the application to one month after the end of the waiting period.</summary>
    WithinFirstMonth = 1,
    Later = 2,
    Unknown = 3,
}

/// <summary>どの方法で就職しますか</summary>
public enum RouteAnswer
{
    /// <summary>ハローワークの紹介</summary>
    HelloWork = 1,
    /// <summary>民間職業紹介事業者の紹介</summary>
    Agency = 2,
    /// <summary>地方自治体等の紹介</summary>
    LocalGovernment = 3,
    /// <summary>オンライン自主応募, a direct request's answer included</summary>
    SelfApplication = 4,
    /// <summary>Found otherwise.</summary>
    Own = 5,
}

/// <summary>What the answers come to.</summary>
public enum ReferralOutcome
{
    /// <summary>The condition doesn't apply.</summary>
    NotConcerned = 1,
    /// <summary>A referral that counts.</summary>
    Counts = 2,
    /// <summary>No referral: it doesn't count within the first month.</summary>
    DoesNotCount = 3,
    /// <summary>Only the office can tell.</summary>
    AskOffice = 4,
}

/// <summary>
/// 紹介の条件のかんたん確認 (IN-01, AP-03): under a benefit restriction only a referral by Hello Work or a placement agency counts until one month after the
/// waiting period. It looks at this one condition; whether the allowance is paid, the office decides.
/// </summary>
public static class ReferralCheck
{
    public static ReferralOutcome Of(RestrictionAnswer restriction, StartAnswer start, RouteAnswer route) => (restriction, start, route) switch
    {
        (RestrictionAnswer.No, _, _) => ReferralOutcome.NotConcerned,
        // These count whatever the other answers are.
        (_, _, RouteAnswer.HelloWork or RouteAnswer.Agency) => ReferralOutcome.Counts,
        (RestrictionAnswer.Yes, StartAnswer.Later, _) => ReferralOutcome.NotConcerned,
        // The leaflet names Hello Work and placement agencies; whether a local government acts as one depends on it.
        (_, _, RouteAnswer.LocalGovernment) => ReferralOutcome.AskOffice,
        (RestrictionAnswer.Yes, StartAnswer.WithinFirstMonth, _) => ReferralOutcome.DoesNotCount,
        _ => ReferralOutcome.AskOffice,
    };
}
