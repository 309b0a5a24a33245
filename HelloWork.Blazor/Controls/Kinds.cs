namespace HelloWork.Blazor.Controls;

public enum NoticeKind { Info, Ok, Warn, Error }

/// <summary>Plain says a fact; the others a state, told by the word first and the colour second.</summary>
public enum ChipKind { Plain, Ok, Info, Warn, Error, Solid }

public enum RowKind { Plain, Unread, Current, Blocked }
