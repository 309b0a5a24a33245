namespace HelloWork.Blazor.Messaging;

/// <summary>Wording of the evidence of a conversation (OV-04).</summary>
public sealed class EvidenceText;
