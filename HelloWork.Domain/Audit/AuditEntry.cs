namespace HelloWork.Domain.Audit;

/// <summary>監査記録: who did what to which record, and when. Rows are only ever added (OV-05).</summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    public AuditEntry(DateTime at, Guid? account, string act, string recordType, string recordId, string? detail = null)
    {
        At = at;
        AccountId = account;
        Act = act;
        RecordType = recordType;
        RecordId = recordId;
        Detail = detail;
    }

    public long Id { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
    /// <summary>Null: the scheduler or an operator's command.</summary>
    public Guid? AccountId { get; private set; }
    /// <summary>The verb's name, for instance <c>SendDirectRequest</c>.</summary>
    public string Act { get; private set; } = "";
    public string RecordType { get; private set; } = "";
    public string RecordId { get; private set; } = "";
    /// <summary>Numbers and states, never personal data or free text.</summary>
    public string? Detail { get; private set; }
}
