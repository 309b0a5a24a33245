using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Audit;

internal static class AuditMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<AuditEntry>(entry =>
    {
        entry.ToTable("AuditEntries");
        entry.Property(e => e.Act).HasMaxLength(60);
        entry.Property(e => e.RecordType).HasMaxLength(40);
        entry.Property(e => e.RecordId).HasMaxLength(40);
        entry.Property(e => e.Detail).HasMaxLength(400);
        entry.HasIndex(e => new { e.RecordType, e.RecordId });
        entry.HasIndex(e => new { e.AccountId, e.At });
    });
}
