namespace HelloWork.Blazor.Applications;

/// <summary>Wording of 応募書類: adding, showing and handing out files.</summary>
public sealed class DocumentsText;
