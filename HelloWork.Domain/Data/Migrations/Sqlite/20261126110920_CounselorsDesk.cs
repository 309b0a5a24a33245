using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CounselorsDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_RecordType_RecordId",
                table: "AuditEntries");

            migrationBuilder.AddColumn<DateOnly>(
                name: "BornOn",
                table: "Seekers",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateTime>(
                name: "ConfirmedAt",
                table: "ProviderSuspensions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OrderedEndsAt",
                table: "ProviderSuspensions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CheckedAt",
                table: "ContactInquiries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "ContactInquiries",
                type: "TEXT",
                unicode: false,
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte>(
                name: "Result",
                table: "ContactInquiries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "ToldBy",
                table: "ContactInquiries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ToldOn",
                table: "ContactInquiries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ContactInquiries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EmployerContactedOn",
                table: "Consultations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Consultations",
                type: "TEXT",
                unicode: false,
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Consultations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.FillDeskColumns();

            migrationBuilder.CreateTable(
                name: "AuditSeals",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastId = table.Column<long>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    TotalRows = table.Column<long>(type: "INTEGER", nullable: false),
                    Gaps = table.Column<string>(type: "TEXT", unicode: false, maxLength: 4000, nullable: false),
                    Late = table.Column<string>(type: "TEXT", unicode: false, maxLength: 4000, nullable: false),
                    SealedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeals", x => x.Number);
                    table.CheckConstraint("CK_AuditSeals_Ids", "LastId >= FirstId - 1 AND Number >= 1");
                });

            migrationBuilder.CreateTable(
                name: "Complaints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeekerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReporterAccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementOfficeCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Situation = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Decision = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Complaints", x => x.Id);
                    table.CheckConstraint("CK_Complaints_Decided", "(Decision IS NULL AND DecidedAt IS NULL AND DecidedBy IS NULL) OR (Decision IS NOT NULL AND DecidedAt IS NOT NULL AND DecidedBy IS NOT NULL)");
                    table.CheckConstraint("CK_Complaints_Kind", "Kind IN (1, 2, 11, 12, 13, 14, 15)");
                    table.ForeignKey(
                        name: "FK_Complaints_Accounts_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Complaints_Accounts_ReporterAccountId",
                        column: x => x.ReporterAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Complaints_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Complaints_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Complaints_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CorrectionOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SuspensionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    PlacementOfficeCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: true),
                    IssuedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: true),
                    DraftSavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorrectionOrders", x => x.Id);
                    table.CheckConstraint("CK_CorrectionOrders_Answered", "(Answer IS NULL AND AnsweredAt IS NULL) OR (Answer IS NOT NULL AND AnsweredAt IS NOT NULL AND Draft IS NULL)");
                    table.CheckConstraint("CK_CorrectionOrders_Kind", "Kind IN (1, 2, 11, 12, 13, 14, 15, 21, 22)");
                    table.ForeignKey(
                        name: "FK_CorrectionOrders_Accounts_IssuedBy",
                        column: x => x.IssuedBy,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionOrders_ProviderSuspensions_SuspensionId",
                        column: x => x.SuspensionId,
                        principalTable: "ProviderSuspensions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectionOrders_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeskItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementOfficeCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Counterpart = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SearchWords = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AssigneeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskItems", x => x.Id);
                    table.CheckConstraint("CK_DeskItems_Closed", "(State = 4 AND ClosedAt IS NOT NULL) OR (State BETWEEN 1 AND 3 AND ClosedAt IS NULL)");
                    table.CheckConstraint("CK_DeskItems_Kind", "Kind BETWEEN 1 AND 6");
                    table.ForeignKey(
                        name: "FK_DeskItems_Accounts_AssigneeId",
                        column: x => x.AssigneeId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeskNumberSeries",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskNumberSeries", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "JobChecks",
                columns: table => new
                {
                    JobOfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Comments = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentComments = table.Column<string>(type: "TEXT", nullable: false),
                    SentBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentBackBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobChecks", x => x.JobOfferId);
                    table.ForeignKey(
                        name: "FK_JobChecks_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    JobOfferId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FromNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: true),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SentVersion = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobDrafts", x => x.Id);
                    table.CheckConstraint("CK_JobDrafts_Origin", "Origin BETWEEN 1 AND 4 AND (Origin <> 3 OR JobOfferId IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_JobDrafts_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JobDrafts_Offices_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Offices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ObtainedProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeekerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 11, nullable: false),
                    FirstOpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastOpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DemandedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObtainedProfiles", x => x.Id);
                    table.CheckConstraint("CK_ObtainedProfiles_Registered", "(Outcome = 2 AND RegisteredOn IS NOT NULL) OR RegisteredOn IS NULL");
                    table.CheckConstraint("CK_ObtainedProfiles_Settled", "(Outcome IS NULL AND SettledAt IS NULL AND SettledBy IS NULL) OR (Outcome IS NOT NULL AND SettledAt IS NOT NULL AND SettledBy IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_ObtainedProfiles_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ObtainedProfiles_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficePictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slot = table.Column<byte>(type: "INTEGER", nullable: false),
                    Type = table.Column<byte>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Caption = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficePictures", x => x.Id);
                    table.CheckConstraint("CK_OfficePictures_Slot", "Slot BETWEEN 1 AND 10");
                    table.CheckConstraint("CK_OfficePictures_State", "State BETWEEN 1 AND 3 AND Type BETWEEN 1 AND 2 AND Width > 0 AND Height > 0");
                    table.ForeignKey(
                        name: "FK_OfficePictures_Offices_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Offices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficeProfiles",
                columns: table => new
                {
                    OfficeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Published = table.Column<string>(type: "TEXT", nullable: true),
                    Proposed = table.Column<string>(type: "TEXT", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeProfiles", x => x.OfficeId);
                    table.ForeignKey(
                        name: "FK_OfficeProfiles_Offices_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Offices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    PlacementOfficeCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    CounselorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeekerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobOfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Way = table.Column<byte>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1600, nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenUpAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DirectRequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Outcome = table.Column<byte>(type: "INTEGER", nullable: true),
                    OutcomeAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OutcomeReason = table.Column<string>(type: "TEXT", maxLength: 1600, nullable: true),
                    OutcomeFrom = table.Column<byte>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                    table.CheckConstraint("CK_Referrals_Outcome", "(OutcomeAt IS NULL AND Outcome IS NULL AND OutcomeFrom IS NULL) OR (OutcomeAt IS NOT NULL AND Outcome BETWEEN 1 AND 3 AND OutcomeFrom BETWEEN 1 AND 3)");
                    table.CheckConstraint("CK_Referrals_Reason", "Outcome IS NULL OR Outcome <> 2 OR OutcomeReason IS NOT NULL");
                    table.CheckConstraint("CK_Referrals_TakenUp", "Way = 2 OR TakenUpAt IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_Referrals_DirectRequests_DirectRequestId",
                        column: x => x.DirectRequestId,
                        principalTable: "DirectRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Offices_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Offices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_SeekerRegistrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "SeekerRegistrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RemovalProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RemovalProposals", x => x.Id);
                    table.CheckConstraint("CK_RemovalProposals_Decided", "(ApprovedAt IS NULL OR WithdrawnAt IS NULL) AND ((ApprovedAt IS NULL AND ApprovedBy IS NULL) OR (ApprovedAt IS NOT NULL AND ApprovedBy IS NOT NULL))");
                    table.CheckConstraint("CK_RemovalProposals_FourEyes", "ApprovedBy IS NULL OR ApprovedBy <> ProposedBy");
                    table.CheckConstraint("CK_RemovalProposals_Ground", "Ground BETWEEN 1 AND 2");
                    table.ForeignKey(
                        name: "FK_RemovalProposals_Accounts_ApprovedBy",
                        column: x => x.ApprovedBy,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RemovalProposals_Accounts_ProposedBy",
                        column: x => x.ProposedBy,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RemovalProposals_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StaffPosts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementOfficeCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    ShortcutsOff = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffPosts", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_StaffPosts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ComplaintEvidence",
                columns: table => new
                {
                    ComplaintId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComplaintEvidence", x => new { x.ComplaintId, x.MessageId });
                    table.ForeignKey(
                        name: "FK_ComplaintEvidence_Complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ComplaintEvidence_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeskNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeskItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeskNotes_Accounts_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeskNotes_DeskItems_DeskItemId",
                        column: x => x.DeskItemId,
                        principalTable: "DeskItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeskSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeskItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    AssigneeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<byte>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskSteps", x => x.Id);
                    table.CheckConstraint("CK_DeskSteps_Kind", "(Kind = 1 AND DueOn IS NULL AND State IS NULL) OR (Kind = 2 AND DueOn IS NOT NULL) OR (Kind = 3 AND State IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_DeskSteps_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeskSteps_Accounts_AssigneeId",
                        column: x => x.AssigneeId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeskSteps_DeskItems_DeskItemId",
                        column: x => x.DeskItemId,
                        principalTable: "DeskItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Violations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ComplaintId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ObtainedProfileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnansweredOrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Dismissed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Violations", x => x.Id);
                    table.CheckConstraint("CK_Violations_Handled", "(HandledAt IS NULL AND HandledBy IS NULL) OR (HandledAt IS NOT NULL AND HandledBy IS NOT NULL)");
                    table.CheckConstraint("CK_Violations_Kind", "Kind IN (1, 2, 11, 12, 13, 14, 15, 21, 22)");
                    table.CheckConstraint("CK_Violations_Source", "Source BETWEEN 1 AND 3");
                    table.ForeignKey(
                        name: "FK_Violations_Accounts_HandledBy",
                        column: x => x.HandledBy,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_Complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "Complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_CorrectionOrders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "CorrectionOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_CorrectionOrders_UnansweredOrderId",
                        column: x => x.UnansweredOrderId,
                        principalTable: "CorrectionOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_ObtainedProfiles_ObtainedProfileId",
                        column: x => x.ObtainedProfileId,
                        principalTable: "ObtainedProfiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Seekers_BornOn",
                table: "Seekers",
                column: "BornOn");

            migrationBuilder.CreateIndex(
                name: "IX_ContactInquiries_Number",
                table: "ContactInquiries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_Number",
                table: "Consultations",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Act_At",
                table: "AuditEntries",
                columns: new[] { "Act", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_RecordId_At",
                table: "AuditEntries",
                columns: new[] { "RecordId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_RecordType_At",
                table: "AuditEntries",
                columns: new[] { "RecordType", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditSeals_Hash",
                table: "AuditSeals",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditSeals_SealedAt",
                table: "AuditSeals",
                column: "SealedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintEvidence_MessageId",
                table: "ComplaintEvidence",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_DecidedBy",
                table: "Complaints",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_Number",
                table: "Complaints",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_PlacementOfficeCode_DecidedAt_ReceivedAt",
                table: "Complaints",
                columns: new[] { "PlacementOfficeCode", "DecidedAt", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_ProviderId",
                table: "Complaints",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_ReporterAccountId",
                table: "Complaints",
                column: "ReporterAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_SeekerId",
                table: "Complaints",
                column: "SeekerId");

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_Waiting",
                table: "Complaints",
                columns: new[] { "ConversationId", "Kind" },
                unique: true,
                filter: "DecidedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionOrders_AnsweredAt_AnswerBy",
                table: "CorrectionOrders",
                columns: new[] { "AnsweredAt", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionOrders_IssuedBy",
                table: "CorrectionOrders",
                column: "IssuedBy");

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionOrders_ProviderId_IssuedAt",
                table: "CorrectionOrders",
                columns: new[] { "ProviderId", "IssuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionOrders_SuspensionId",
                table: "CorrectionOrders",
                column: "SuspensionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_AssigneeId",
                table: "DeskItems",
                column: "AssigneeId");

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_Queue",
                table: "DeskItems",
                columns: new[] { "PlacementOfficeCode", "ClosedAt", "DueOn", "Id", "Kind", "State", "AssigneeId" });

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_Waiting",
                table: "DeskItems",
                columns: new[] { "Kind", "RecordId" },
                unique: true,
                filter: "ClosedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_Words",
                table: "DeskItems",
                columns: new[] { "PlacementOfficeCode", "ClosedAt", "SearchWords", "Kind", "DueOn", "State", "AssigneeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeskNotes_AuthorId",
                table: "DeskNotes",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_DeskNotes_DeskItemId_WrittenAt",
                table: "DeskNotes",
                columns: new[] { "DeskItemId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DeskSteps_AccountId",
                table: "DeskSteps",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_DeskSteps_AssigneeId",
                table: "DeskSteps",
                column: "AssigneeId");

            migrationBuilder.CreateIndex(
                name: "IX_DeskSteps_DeskItemId_At",
                table: "DeskSteps",
                columns: new[] { "DeskItemId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_JobDrafts_JobOfferId",
                table: "JobDrafts",
                column: "JobOfferId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobDrafts_OfficeId_SavedAt",
                table: "JobDrafts",
                columns: new[] { "OfficeId", "SavedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ObtainedProfiles_Held",
                table: "ObtainedProfiles",
                columns: new[] { "ProviderId", "SeekerId" },
                unique: true,
                filter: "SettledAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ObtainedProfiles_ProviderId_SettledAt_LastOpenedAt",
                table: "ObtainedProfiles",
                columns: new[] { "ProviderId", "SettledAt", "LastOpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ObtainedProfiles_SeekerId_SettledAt",
                table: "ObtainedProfiles",
                columns: new[] { "SeekerId", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ObtainedProfiles_SettledAt_LastOpenedAt",
                table: "ObtainedProfiles",
                columns: new[] { "SettledAt", "LastOpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OfficePictures_OfficeId_Slot",
                table: "OfficePictures",
                columns: new[] { "OfficeId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Awaited",
                table: "Referrals",
                columns: new[] { "JobOfferId", "SeekerId" },
                unique: true,
                filter: "OutcomeAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_DirectRequestId",
                table: "Referrals",
                column: "DirectRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Number",
                table: "Referrals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_OfficeId",
                table: "Referrals",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_PlacementOfficeCode_OutcomeAt_IssuedAt",
                table: "Referrals",
                columns: new[] { "PlacementOfficeCode", "OutcomeAt", "IssuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_RegistrationId",
                table: "Referrals",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_SeekerId",
                table: "Referrals",
                column: "SeekerId");

            migrationBuilder.CreateIndex(
                name: "IX_RemovalProposals_ApprovedBy",
                table: "RemovalProposals",
                column: "ApprovedBy");

            migrationBuilder.CreateIndex(
                name: "IX_RemovalProposals_Open",
                table: "RemovalProposals",
                column: "ProviderId",
                unique: true,
                filter: "ApprovedAt IS NULL AND WithdrawnAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RemovalProposals_ProposedBy",
                table: "RemovalProposals",
                column: "ProposedBy");

            migrationBuilder.CreateIndex(
                name: "IX_RemovalProposals_ProviderId_ProposedAt",
                table: "RemovalProposals",
                columns: new[] { "ProviderId", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StaffPosts_PlacementOfficeCode",
                table: "StaffPosts",
                column: "PlacementOfficeCode");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_ComplaintId",
                table: "Violations",
                column: "ComplaintId",
                unique: true,
                filter: "ComplaintId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_HandledAt_RecordedAt",
                table: "Violations",
                columns: new[] { "HandledAt", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Violations_HandledBy",
                table: "Violations",
                column: "HandledBy");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_ObtainedProfileId_Kind",
                table: "Violations",
                columns: new[] { "ObtainedProfileId", "Kind" },
                unique: true,
                filter: "ObtainedProfileId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_OrderId",
                table: "Violations",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_ProviderId",
                table: "Violations",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_UnansweredOrderId",
                table: "Violations",
                column: "UnansweredOrderId",
                unique: true,
                filter: "UnansweredOrderId IS NOT NULL");

            migrationBuilder.KeepAppendOnly();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditSeals");

            migrationBuilder.DropTable(
                name: "ComplaintEvidence");

            migrationBuilder.DropTable(
                name: "DeskNotes");

            migrationBuilder.DropTable(
                name: "DeskNumberSeries");

            migrationBuilder.DropTable(
                name: "DeskSteps");

            migrationBuilder.DropTable(
                name: "JobChecks");

            migrationBuilder.DropTable(
                name: "JobDrafts");

            migrationBuilder.DropTable(
                name: "OfficePictures");

            migrationBuilder.DropTable(
                name: "OfficeProfiles");

            migrationBuilder.DropTable(
                name: "Referrals");

            migrationBuilder.DropTable(
                name: "RemovalProposals");

            migrationBuilder.DropTable(
                name: "StaffPosts");

            migrationBuilder.DropTable(
                name: "Violations");

            migrationBuilder.DropTable(
                name: "DeskItems");

            migrationBuilder.DropTable(
                name: "Complaints");

            migrationBuilder.DropTable(
                name: "CorrectionOrders");

            migrationBuilder.DropTable(
                name: "ObtainedProfiles");

            migrationBuilder.DropIndex(
                name: "IX_Seekers_BornOn",
                table: "Seekers");

            migrationBuilder.DropIndex(
                name: "IX_ContactInquiries_Number",
                table: "ContactInquiries");

            migrationBuilder.DropIndex(
                name: "IX_Consultations_Number",
                table: "Consultations");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Act_At",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_RecordId_At",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_RecordType_At",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "BornOn",
                table: "Seekers");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "ProviderSuspensions");

            migrationBuilder.DropColumn(
                name: "OrderedEndsAt",
                table: "ProviderSuspensions");

            migrationBuilder.DropColumn(
                name: "CheckedAt",
                table: "ContactInquiries");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "ContactInquiries");

            migrationBuilder.DropColumn(
                name: "Result",
                table: "ContactInquiries");

            migrationBuilder.DropColumn(
                name: "ToldBy",
                table: "ContactInquiries");

            migrationBuilder.DropColumn(
                name: "ToldOn",
                table: "ContactInquiries");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ContactInquiries");

            migrationBuilder.DropColumn(
                name: "EmployerContactedOn",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Consultations");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_RecordType_RecordId",
                table: "AuditEntries",
                columns: new[] { "RecordType", "RecordId" });
        }
    }
}
