namespace HelloWork.Blazor.Counselling.Referrals;

/// <summary>Marks the texts of referrals, on all three sides.</summary>
public sealed class ReferralsText;
