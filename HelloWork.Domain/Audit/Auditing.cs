using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Audit;

public static class Auditing
{
    /// <summary>Adds the audit row of a verb; it is saved with the change it tells of, or not at all.</summary>
    /// <param name="account">Null: the scheduler or an operator's command.</param>
    public static void Record(this HelloWorkDbContext db, DateTime now, Guid? account, string act, string recordType, object recordId, string? detail = null) =>
        db.AuditEntries.Add(new AuditEntry(now, account, act, recordType, recordId.ToString()!, detail));

    /// <summary>Adds the audit row of somebody's opening of a record.</summary>
    /// <param name="again">
    /// False for a page that is brought up to date while it is open: the account's opening of the last 24 hours counts for it, and only without one is this an opening of its own.
    /// </param>
    public static async Task RecordOpeningAsync(this HelloWorkDbContext db, DateTime now, Guid account, string act, string recordType, object recordId, bool again, CancellationToken ct, string? detail = null)
    {
        var (key, since) = (recordId.ToString()!, now.AddDays(-1));
        if (again || !await db.AuditEntries.AnyAsync(e => e.RecordId == key && e.At > since && e.AccountId == account && e.Act == act, ct))
            db.Record(now, account, act, recordType, key, detail);
    }
}
