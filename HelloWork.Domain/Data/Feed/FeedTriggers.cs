using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HelloWork.Domain.Data.Feed;

/// <summary>
/// Triggers that write the feed. In the database, since rows are also written by bulk inserts, by ExecuteUpdate and by hand: whatever
/// writes one of these tables is in the feed when it commits.
/// </summary>
public static class FeedTriggers
{
    /// <param name="Column">Which of the row's columns holds the changed record's key.</param>
    public sealed record Source(Type Entity, string Table, ChangedRecord Kind, string Column, params string[] Acts);

    private static readonly string[] Every = ["Insert", "Update", "Delete"];

    public static IReadOnlyList<Source> Sources { get; } =
    [
        new(typeof(JobOffer), "JobOffers", ChangedRecord.JobOffer, "Id", Every),
        new(typeof(JobOfferPlace), "JobOfferPlaces", ChangedRecord.JobOffer, "JobOfferId", Every),
        // All offers of the office. A new one has none, and one that has some can't be removed.
        new(typeof(Office), "Offices", ChangedRecord.JobOffer, "", "Update"),
        // A new person has no profile yet.
        new(typeof(Seeker), "Seekers", ChangedRecord.Seeker, "Id", "Update", "Delete"),
        new(typeof(SeekerRegistration), "SeekerRegistrations", ChangedRecord.Seeker, "SeekerId", Every),
        new(typeof(SeekerProfile), "SeekerProfiles", ChangedRecord.Seeker, "SeekerId", Every),
        new(typeof(ProfilePlace), "ProfilePlaces", ChangedRecord.Seeker, "SeekerId", Every),
        new(typeof(ProfileOccupation), "ProfileOccupations", ChangedRecord.Seeker, "SeekerId", Every),
        new(typeof(ProfileLicence), "ProfileLicences", ChangedRecord.Seeker, "SeekerId", Every),
        new(typeof(ProvisionService), "ProvisionServices", ChangedRecord.Seeker, "SeekerId", Every),
        new(typeof(ReceiveConditions), "ReceiveConditions", ChangedRecord.Seeker, "SeekerId", Every),
        new(typeof(ReceiveConditionCode), "ReceiveConditionCodes", ChangedRecord.Seeker, "SeekerId", Every),
        new(typeof(ProviderBlock), "ProviderBlocks", ChangedRecord.Seeker, "SeekerId", Every),
        new(typeof(Provider), "Providers", ChangedRecord.Provider, "Id", Every),
        new(typeof(ProviderHandling), "ProviderHandlings", ChangedRecord.Provider, "ProviderId", Every),
        new(typeof(ProviderSuspension), "ProviderSuspensions", ChangedRecord.Provider, "ProviderId", Every),
    ];

    /// <summary>For a migration; <c>build/migrations.sh</c> puts it where the feed's table comes from.</summary>
    public static void KeepChangeFeed(this MigrationBuilder migration)
    {
        foreach (var statement in migration.IsSqlite() ? OnSqlite : OnSqlServer)
            migration.Sql(statement);
    }

    /// <summary>SQLite rebuilds a table to change it, and its triggers go with the old one.</summary>
    internal static async Task RenewOnSqliteAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        foreach (var statement in OnSqlite)
            await db.Database.ExecuteSqlRawAsync(statement, ct);
    }

    private static readonly Type[] PartsOfRecords = [typeof(JobOfferPlace), typeof(ProfilePlace), typeof(ProfileOccupation), typeof(ProfileLicence)];

    /// <summary>
    /// Inserts new records whole, within the transaction that is open: each is in the feed by itself, and not once more for each of its places and licences.
    /// On SQLite nobody else writes meanwhile; elsewhere a statement's rows are told together anyway.
    /// </summary>
    public static async Task InsertWholeAsync(this HelloWorkDbContext db, Func<Task> insert, CancellationToken ct)
    {
        if (db is not SqliteHelloWorkDbContext)
        {
            await insert();
            return;
        }
        // Back with the rest of the transaction, should it fail.
        foreach (var statement in Sources.Where(s => PartsOfRecords.Contains(s.Entity)).Select(source => $"DROP TRIGGER \"{NameOf(source)}_Insert\""))
            await db.Database.ExecuteSqlRawAsync(statement, ct);
        await insert();
        await RenewOnSqliteAsync(db, ct);
    }

    public static IEnumerable<string> OnSqlite =>
        from source in Sources
        from act in source.Acts
        let row = act is "Delete" ? "OLD" : "NEW"
        let what = source.Entity == typeof(Office)
            ? $"SELECT {(int)source.Kind}, \"Id\" FROM \"JobOffers\" WHERE \"OfficeId\" = {row}.\"Id\""
            : $"VALUES ({(int)source.Kind}, {row}.\"{source.Column}\")"
        select $"CREATE TRIGGER IF NOT EXISTS \"{NameOf(source)}_{act}\" AFTER {act.ToUpperInvariant()} ON \"{source.Table}\" "
            + $"BEGIN INSERT INTO \"RecordChanges\" (\"Kind\", \"RecordId\") {what}; END";

    // In EXEC, since it has to stand first in its batch. NOCOUNT: EF counts the rows of its own statement.
    public static IEnumerable<string> OnSqlServer =>
        from source in Sources
        let what = source.Entity == typeof(Office)
            ? $"SELECT {(int)source.Kind}, j.[Id] FROM [JobOffers] AS j INNER JOIN inserted AS i ON j.[OfficeId] = i.[Id]"
            : $"SELECT {(int)source.Kind}, [{source.Column}] FROM inserted UNION SELECT {(int)source.Kind}, [{source.Column}] FROM deleted"
        select $"EXEC(N'CREATE OR ALTER TRIGGER [{NameOf(source)}] ON [{source.Table}] AFTER {string.Join(", ", source.Acts.Select(a => a.ToUpperInvariant()))} "
            + $"AS BEGIN SET NOCOUNT ON; INSERT INTO [RecordChanges] ([Kind], [RecordId]) {what}; END')";

    internal static string NameOf(Source source) => $"TR_{source.Table}_Feed";
}
