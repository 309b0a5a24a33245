using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Kindness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_GuidanceDrafts",
                table: "GuidanceDrafts");

            migrationBuilder.AddColumn<int>(
                name: "StoppedFrom",
                table: "SavedSearches",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Minutes",
                table: "InterviewSteps",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "GuidanceDrafts",
                type: "varchar(599)",
                unicode: false,
                maxLength: 599,
                nullable: false,
                defaultValue: "",
                collation: "Japanese_XJIS_140_BIN2");

            migrationBuilder.AddPrimaryKey(
                name: "PK_GuidanceDrafts",
                table: "GuidanceDrafts",
                columns: new[] { "AccountId", "Key" });

            migrationBuilder.CreateTable(
                name: "FormDrafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Form = table.Column<byte>(type: "tinyint", nullable: false),
                    Record = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Fields = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormDrafts", x => new { x.AccountId, x.Form, x.Record });
                    table.ForeignKey(
                        name: "FK_FormDrafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ToldJobOffers",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ToldJobOffers", x => new { x.SeekerId, x.Number });
                    table.ForeignKey(
                        name: "FK_ToldJobOffers_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_SavedSearches_Stopped",
                table: "SavedSearches",
                sql: "StoppedFrom IS NULL OR (Alert = 1 AND StoppedFrom IN (2, 3))");

            migrationBuilder.CreateIndex(
                name: "IX_FormDrafts_Form_Record",
                table: "FormDrafts",
                columns: new[] { "Form", "Record" });

            migrationBuilder.CreateIndex(
                name: "IX_FormDrafts_SavedAt",
                table: "FormDrafts",
                column: "SavedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ToldJobOffers_Day",
                table: "ToldJobOffers",
                column: "Day");

            migrationBuilder.FillToldJobOffers();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // One to an account again: that begun for nobody in particular.
            migrationBuilder.Sql("DELETE FROM [GuidanceDrafts] WHERE [Key] <> ''");

            migrationBuilder.DropTable(
                name: "FormDrafts");

            migrationBuilder.DropTable(
                name: "ToldJobOffers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_SavedSearches_Stopped",
                table: "SavedSearches");

            migrationBuilder.DropPrimaryKey(
                name: "PK_GuidanceDrafts",
                table: "GuidanceDrafts");

            migrationBuilder.DropColumn(
                name: "StoppedFrom",
                table: "SavedSearches");

            migrationBuilder.DropColumn(
                name: "Minutes",
                table: "InterviewSteps");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "GuidanceDrafts");

            migrationBuilder.AddPrimaryKey(
                name: "PK_GuidanceDrafts",
                table: "GuidanceDrafts",
                column: "AccountId");
        }
    }
}
