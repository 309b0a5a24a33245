using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Notifications;

internal static class NotificationMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<OutboxMail>(mail =>
        {
            mail.ToTable("OutboxMails");
            mail.Property(m => m.Id).ValueGeneratedNever();
            mail.Property(m => m.OnceKey).HasMaxLength(120);
            mail.Property(m => m.Address).HasMaxLength(256);
            mail.Property(m => m.LastError).HasMaxLength(500);
            mail.Property(m => m.NextTryAt).IsConcurrencyToken();
            mail.HasIndex(m => m.OnceKey).IsUnique();
            mail.HasIndex(m => m.NextTryAt).HasFilter("SentAt IS NULL AND GivenUpAt IS NULL");
        });
        builder.Entity<LiveSignal>(signal =>
        {
            signal.ToTable("LiveSignals");
            signal.HasKey(s => s.Topic);
            signal.Property(s => s.Topic).HasMaxLength(60).IsUnicode(false);
            signal.HasIndex(s => s.ChangedAt);
        });
    }
}
