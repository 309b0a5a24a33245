namespace HelloWork.Blazor.Audit;

/// <summary>Wording of the audit trail: the page, and what each verb and each type of record is called.</summary>
public sealed class AuditText;
