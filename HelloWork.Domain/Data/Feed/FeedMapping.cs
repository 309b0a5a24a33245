using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HelloWork.Domain.Data.Feed;

internal static class FeedMapping
{
    public static void Map(ModelBuilder builder, bool onSqlServer)
    {
        builder.Entity<RecordChange>(change =>
        {
            change.ToTable("RecordChanges");
            change.HasKey(c => c.Number);
            // SQLite counts, in the order of the commits since its writers queue; SQL Server stamps a row when it is written.
            if (onSqlServer)
                change.Property(c => c.Number).HasColumnType("rowversion").HasConversion(new NumberToBytesConverter<long>()).ValueGeneratedNever();
            else
                change.Property(c => c.Number).ValueGeneratedOnAdd();
        });
        builder.Entity<FeedMark>(mark =>
        {
            mark.ToTable("FeedMarks", t => t.HasCheckConstraint("CK_FeedMarks_Id", "Id = 1"));
            mark.Property(m => m.Id).ValueGeneratedNever();
        });
        // EF has to know of the triggers: SQL Server takes no OUTPUT from a table that has some.
        foreach (var source in FeedTriggers.Sources)
            builder.Entity(source.Entity).ToTable(t => t.HasTrigger(FeedTriggers.NameOf(source)));
    }
}
