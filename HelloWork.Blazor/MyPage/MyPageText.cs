namespace HelloWork.Blazor.MyPage;

/// <summary>Marks the texts of a seeker's home and own data.</summary>
public sealed class MyPageText;
