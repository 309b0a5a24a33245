namespace HelloWork.Blazor.Controls;

/// <summary>An option of a native select. One that can't be chosen now carries the reason, shown in its text.</summary>
public sealed record SelectOption(string Value, string Text, string? Reason = null, string? Group = null)
{
    internal string Shown => Reason is null ? Text : $"{Text} — {Reason}";
}

/// <summary>A checkbox or radio of a group.</summary>
public sealed record Choice(string Value, string Text, string? Note = null);
