using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Face : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswerBy",
                table: "SelfApplications",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "Interviews",
                table: "SelfApplications",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindAnswerAt",
                table: "SelfApplications",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "JobOffers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndForetoldAt",
                table: "DirectRequests",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ApplicationDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SelfApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Slot = table.Column<byte>(type: "tinyint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(320)", maxLength: 320, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Type = table.Column<byte>(type: "tinyint", nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationDocuments", x => x.Id);
                    table.CheckConstraint("CK_ApplicationDocuments_Shape", "Slot BETWEEN 1 AND 5 AND Type BETWEEN 1 AND 3 AND Size BETWEEN 1 AND 5242880");
                    table.ForeignKey(
                        name: "FK_ApplicationDocuments_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApplicationDocuments_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApplicationDocuments_SelfApplications_SelfApplicationId",
                        column: x => x.SelfApplicationId,
                        principalTable: "SelfApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Interviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SelfApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<short>(type: "smallint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    StartsAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RemindAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interviews", x => x.Id);
                    table.CheckConstraint("CK_Interviews_Minutes", "Minutes BETWEEN 10 AND 480");
                    table.CheckConstraint("CK_Interviews_Reminder", "RemindAt IS NULL OR State = 2");
                    table.CheckConstraint("CK_Interviews_State", "(State = 2 AND StartsAt IS NOT NULL) OR (State IN (1, 3) AND StartsAt IS NULL) OR State BETWEEN 4 AND 5 OR (State = 6 AND StartsAt IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_Interviews_SelfApplications_SelfApplicationId",
                        column: x => x.SelfApplicationId,
                        principalTable: "SelfApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobEndNotices",
                columns: table => new
                {
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<byte>(type: "tinyint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobEndNotices", x => new { x.JobOfferId, x.LastDay, x.Days });
                    table.ForeignKey(
                        name: "FK_JobEndNotices_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedJobs",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slot = table.Column<byte>(type: "tinyint", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedJobs", x => new { x.SeekerId, x.JobOfferId });
                    table.CheckConstraint("CK_SavedJobs_Slot", "Slot BETWEEN 1 AND 100");
                    table.ForeignKey(
                        name: "FK_SavedJobs_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SavedJobs_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slot = table.Column<byte>(type: "tinyint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(240)", maxLength: 240, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Query = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    QueryKey = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Alert = table.Column<int>(type: "int", nullable: false),
                    NextAlertOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ToldThrough = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StopKey = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                    table.CheckConstraint("CK_SavedSearches_Alert", "(Alert = 1 AND NextAlertOn IS NULL) OR (Alert IN (2, 3) AND NextAlertOn IS NOT NULL)");
                    table.CheckConstraint("CK_SavedSearches_Slot", "Slot BETWEEN 1 AND 20");
                    table.ForeignKey(
                        name: "FK_SavedSearches_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewSteps",
                columns: table => new
                {
                    InterviewId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<short>(type: "smallint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    FromSeeker = table.Column<bool>(type: "bit", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    StartsAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewSteps", x => new { x.InterviewId, x.Number });
                    table.ForeignKey(
                        name: "FK_InterviewSteps_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterviewSteps_Interviews_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterviewTimes",
                columns: table => new
                {
                    InterviewId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<short>(type: "smallint", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PickedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewTimes", x => new { x.InterviewId, x.Number });
                    table.CheckConstraint("CK_InterviewTimes_Number", "Number BETWEEN 1 AND 10");
                    table.ForeignKey(
                        name: "FK_InterviewTimes_Interviews_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SearchAlertJobs",
                columns: table => new
                {
                    SavedSearchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Position = table.Column<byte>(type: "tinyint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchAlertJobs", x => new { x.SavedSearchId, x.Number });
                    table.ForeignKey(
                        name: "FK_SearchAlertJobs_SavedSearches_SavedSearchId",
                        column: x => x.SavedSearchId,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SearchAlerts",
                columns: table => new
                {
                    SavedSearchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchAlerts", x => new { x.SavedSearchId, x.Day });
                    table.ForeignKey(
                        name: "FK_SearchAlerts_SavedSearches_SavedSearchId",
                        column: x => x.SavedSearchId,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SelfApplications_JobOfferId_AppliedAt",
                table: "SelfApplications",
                columns: new[] { "JobOfferId", "AppliedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfApplications_RemindAnswerAt",
                table: "SelfApplications",
                column: "RemindAnswerAt",
                filter: "RemindAnswerAt IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_SelfApplications_Promise",
                table: "SelfApplications",
                sql: "(AnswerBy IS NULL AND RemindAnswerAt IS NULL) OR (AnswerBy IS NOT NULL AND Status BETWEEN 1 AND 3)");

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt",
                table: "JobOffers",
                columns: new[] { "Number", "Status", "LastDay", "Disclosure", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_PlacementOfficeCode_OpenedAt",
                table: "DeskItems",
                columns: new[] { "PlacementOfficeCode", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationDocuments_AddedAt",
                table: "ApplicationDocuments",
                column: "AddedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationDocuments_Draft",
                table: "ApplicationDocuments",
                columns: new[] { "SeekerId", "JobOfferId", "Slot" },
                unique: true,
                filter: "SelfApplicationId IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationDocuments_JobOfferId",
                table: "ApplicationDocuments",
                column: "JobOfferId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationDocuments_SelfApplicationId_Slot",
                table: "ApplicationDocuments",
                columns: new[] { "SelfApplicationId", "Slot" },
                unique: true,
                filter: "[SelfApplicationId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_Open",
                table: "Interviews",
                column: "SelfApplicationId",
                unique: true,
                filter: "State <= 2");

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_RemindAt",
                table: "Interviews",
                column: "RemindAt",
                filter: "RemindAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Interviews_SelfApplicationId_Number",
                table: "Interviews",
                columns: new[] { "SelfApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterviewSteps_AccountId",
                table: "InterviewSteps",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewTimes_InterviewId_StartsAt",
                table: "InterviewTimes",
                columns: new[] { "InterviewId", "StartsAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterviewTimes_Picked",
                table: "InterviewTimes",
                column: "InterviewId",
                unique: true,
                filter: "PickedAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SavedJobs_JobOfferId",
                table: "SavedJobs",
                column: "JobOfferId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedJobs_SeekerId_Slot",
                table: "SavedJobs",
                columns: new[] { "SeekerId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_NextAlertOn",
                table: "SavedSearches",
                column: "NextAlertOn",
                filter: "NextAlertOn IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_SeekerId_QueryKey",
                table: "SavedSearches",
                columns: new[] { "SeekerId", "QueryKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_SeekerId_Slot",
                table: "SavedSearches",
                columns: new[] { "SeekerId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_StopKey",
                table: "SavedSearches",
                column: "StopKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApplicationDocuments");

            migrationBuilder.DropTable(
                name: "InterviewSteps");

            migrationBuilder.DropTable(
                name: "InterviewTimes");

            migrationBuilder.DropTable(
                name: "JobEndNotices");

            migrationBuilder.DropTable(
                name: "SavedJobs");

            migrationBuilder.DropTable(
                name: "SearchAlertJobs");

            migrationBuilder.DropTable(
                name: "SearchAlerts");

            migrationBuilder.DropTable(
                name: "Interviews");

            migrationBuilder.DropTable(
                name: "SavedSearches");

            migrationBuilder.DropIndex(
                name: "IX_SelfApplications_JobOfferId_AppliedAt",
                table: "SelfApplications");

            migrationBuilder.DropIndex(
                name: "IX_SelfApplications_RemindAnswerAt",
                table: "SelfApplications");

            migrationBuilder.DropCheckConstraint(
                name: "CK_SelfApplications_Promise",
                table: "SelfApplications");

            migrationBuilder.DropIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt",
                table: "JobOffers");

            migrationBuilder.DropIndex(
                name: "IX_DeskItems_PlacementOfficeCode_OpenedAt",
                table: "DeskItems");

            migrationBuilder.DropColumn(
                name: "AnswerBy",
                table: "SelfApplications");

            migrationBuilder.DropColumn(
                name: "Interviews",
                table: "SelfApplications");

            migrationBuilder.DropColumn(
                name: "RemindAnswerAt",
                table: "SelfApplications");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "JobOffers");

            migrationBuilder.DropColumn(
                name: "EndForetoldAt",
                table: "DirectRequests");
        }
    }
}
