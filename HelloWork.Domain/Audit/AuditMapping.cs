using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Audit;

internal static class AuditMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<AuditEntry>(entry =>
        {
            // EF has to know of the triggers (Data/AppendOnly): SQL Server takes no OUTPUT from a table that has some.
            entry.ToTable("AuditEntries", t => t.HasTrigger("TR_AuditEntries_Update"));
            entry.Property(e => e.Act).HasMaxLength(60);
            entry.Property(e => e.RecordType).HasMaxLength(40);
            entry.Property(e => e.RecordId).HasMaxLength(40);
            entry.Property(e => e.Detail).HasMaxLength(400);
            // The search shows the newest first; the key follows in each of them. What is asked together stands in the index, so that rows which don't
            // fit are never read.
            entry.HasIndex(e => e.At);
            entry.HasIndex(e => new { e.AccountId, e.At, e.Act, e.RecordType });
            entry.HasIndex(e => new { e.Act, e.At, e.RecordType, e.AccountId });
            entry.HasIndex(e => new { e.RecordId, e.At });
            entry.HasIndex(e => new { e.RecordType, e.At, e.Act, e.AccountId });
        });
        builder.Entity<AuditSeal>(seal =>
        {
            seal.ToTable("AuditSeals", t =>
            {
                t.HasTrigger("TR_AuditSeals_Update");
                t.HasCheckConstraint("CK_AuditSeals_Ids", "LastId >= FirstId - 1 AND Number >= 1");
            });
            seal.HasKey(s => s.Number);
            seal.Property(s => s.Number).ValueGeneratedNever();
            seal.Property(s => s.Gaps).HasMaxLength(AuditSeal.Room).IsUnicode(false);
            seal.Property(s => s.Late).HasMaxLength(AuditSeal.Room).IsUnicode(false);
            seal.Property(s => s.Hash).HasMaxLength(64).IsUnicode(false);
            // Forks would show two batches that hang on the same one.
            seal.HasIndex(s => s.Hash).IsUnique();
            seal.HasIndex(s => s.SealedAt);
        });
    }
}
