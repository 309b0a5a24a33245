using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HelloWork.Domain.Data;

/// <summary>What rows of former versions get where a migration adds columns that may not stay empty.</summary>
public static class Backfill
{
    /// <summary>Numbers for questions that were asked before there were any, and birth dates out of the personal details. Before the indexes are made.</summary>
    public static void FillDeskColumns(this MigrationBuilder migration)
    {
        foreach (var (table, letter) in new[] { ("ContactInquiries", 'Q'), ("Consultations", 'S') })
            migration.Sql(migration.IsSqlite()
                ? $"UPDATE \"{table}\" SET \"Number\" = printf('{letter}-0000-%04d', rowid)"
                : $"EXEC(N'UPDATE asked SET Number = CONCAT(''{letter}-0000-'', FORMAT((SELECT COUNT(*) FROM [{table}] AS earlier WHERE earlier.Id <= asked.Id), ''0000'')) FROM [{table}] AS asked')");
        migration.Sql(migration.IsSqlite()
            ? "UPDATE \"Seekers\" SET \"BornOn\" = json_extract(\"Details\", '$.BirthDate')"
            : "EXEC(N'UPDATE [Seekers] SET [BornOn] = JSON_VALUE([Details], ''$.BirthDate'')')");
    }

    /// <summary>Whom saved searches have told of which job, each of them once, before that was kept by person. After the table is made.</summary>
    public static void FillToldJobOffers(this MigrationBuilder migration) => migration.Sql(migration.IsSqlite()
        ? "INSERT INTO \"ToldJobOffers\" (\"SeekerId\", \"Number\", \"Day\") SELECT s.\"SeekerId\", j.\"Number\", MIN(j.\"Day\") FROM \"SearchAlertJobs\" AS j JOIN \"SavedSearches\" AS s ON s.\"Id\" = j.\"SavedSearchId\" GROUP BY s.\"SeekerId\", j.\"Number\""
        : "EXEC(N'INSERT INTO [ToldJobOffers] ([SeekerId], [Number], [Day]) SELECT s.[SeekerId], j.[Number], MIN(j.[Day]) FROM [SearchAlertJobs] AS j JOIN [SavedSearches] AS s ON s.[Id] = j.[SavedSearchId] GROUP BY s.[SeekerId], j.[Number]')");
}
