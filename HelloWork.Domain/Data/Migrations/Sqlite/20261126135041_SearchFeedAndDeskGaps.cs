using System;
using HelloWork.Domain.Data.Feed;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchFeedAndDeskGaps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_AccountId_At",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Act_At",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_RecordType_At",
                table: "AuditEntries");

            migrationBuilder.AddColumn<string>(
                name: "Draft",
                table: "OfficeProfiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DraftSavedAt",
                table: "OfficeProfiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "ObtainedProfiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AgeFrom",
                table: "JobOffers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AgeTo",
                table: "JobOffers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ColumnsVersion",
                table: "JobOffers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "DaysOff",
                table: "JobOffers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "DaysOffPerYear",
                table: "JobOffers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Employees",
                table: "JobOffers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HoursFrom",
                table: "JobOffers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HoursTo",
                table: "JobOffers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Insurance",
                table: "JobOffers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "JobOffers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LicenceCodes",
                table: "JobOffers",
                type: "TEXT",
                unicode: false,
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OvertimeHours",
                table: "JobOffers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PartTime",
                table: "JobOffers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "WageBaseFrom",
                table: "JobOffers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeskDrafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<byte>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskDrafts", x => new { x.AccountId, x.Form, x.RecordId });
                    table.CheckConstraint("CK_DeskDrafts_Form", "Form BETWEEN 1 AND 4");
                    table.ForeignKey(
                        name: "FK_DeskDrafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FeedMarks",
                columns: table => new
                {
                    Id = table.Column<byte>(type: "INTEGER", nullable: false),
                    PrunedThrough = table.Column<long>(type: "INTEGER", nullable: false),
                    NextThrough = table.Column<long>(type: "INTEGER", nullable: false),
                    NextSince = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedMarks", x => x.Id);
                    table.CheckConstraint("CK_FeedMarks_Id", "Id = 1");
                });

            migrationBuilder.CreateTable(
                name: "RecordChanges",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordChanges", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_ColumnsVersion",
                table: "JobOffers",
                column: "ColumnsVersion");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId_At_Act_RecordType",
                table: "AuditEntries",
                columns: new[] { "AccountId", "At", "Act", "RecordType" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Act_At_RecordType_AccountId",
                table: "AuditEntries",
                columns: new[] { "Act", "At", "RecordType", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_RecordType_At_Act_AccountId",
                table: "AuditEntries",
                columns: new[] { "RecordType", "At", "Act", "AccountId" });

            migrationBuilder.KeepChangeFeed();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskDrafts");

            migrationBuilder.DropTable(
                name: "FeedMarks");

            migrationBuilder.DropTable(
                name: "RecordChanges");

            migrationBuilder.DropIndex(
                name: "IX_JobOffers_ColumnsVersion",
                table: "JobOffers");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_AccountId_At_Act_RecordType",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Act_At_RecordType_AccountId",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_RecordType_At_Act_AccountId",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Draft",
                table: "OfficeProfiles");

            migrationBuilder.DropColumn(
                name: "DraftSavedAt",
                table: "OfficeProfiles");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "ObtainedProfiles");

            migrationBuilder.DropColumn(
                name: "AgeFrom",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "AgeTo",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "ColumnsVersion",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "DaysOff",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "DaysOffPerYear",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "Employees",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "HoursFrom",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "HoursTo",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "Insurance",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "LicenceCodes",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "OvertimeHours",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "PartTime",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "WageBaseFrom",
                table: "JobOffers");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId_At",
                table: "AuditEntries",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Act_At",
                table: "AuditEntries",
                columns: new[] { "Act", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_RecordType_At",
                table: "AuditEntries",
                columns: new[] { "RecordType", "At" });
        }
    }
}
