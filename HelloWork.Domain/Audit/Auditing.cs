using HelloWork.Domain.Data;

namespace HelloWork.Domain.Audit;

public static class Auditing
{
    /// <summary>Adds the audit row of a verb; it is saved with the change it tells of, or not at all.</summary>
    /// <param name="account">Null: the scheduler or an operator's command.</param>
    public static void Record(this HelloWorkDbContext db, DateTime now, Guid? account, string act, string recordType, object recordId, string? detail = null) =>
        db.AuditEntries.Add(new AuditEntry(now, account, act, recordType, recordId.ToString()!, detail));
}
