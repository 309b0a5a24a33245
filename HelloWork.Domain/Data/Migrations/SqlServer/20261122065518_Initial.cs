using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<int>(type: "int", nullable: false),
                    DisplayName = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ActivatedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DisabledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    SecurityStamp = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    PhoneNumber = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.CheckConstraint("CK_Accounts_Role", "Role BETWEEN 1 AND 5");
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Act = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    RecordType = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    RecordId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Detail = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Offices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(13)", unicode: false, maxLength: 13, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    NameKana = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    PostalCode = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    Address = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    PrefectureCode = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    MunicipalityCode = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    IndustryCode = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    RecipientAccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OnceKey = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Parameters = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    GivenUpAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutboxMails_Accounts_RecipientAccountId",
                        column: x => x.RecipientAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProfileViewers",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Openings = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileViewers", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_ProfileViewers_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Seekers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Details = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MyPageOpenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MyPageClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seekers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Seekers_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    OfficeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    EndReason = table.Column<int>(type: "int", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Card = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ProposedCard = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Disclosure = table.Column<int>(type: "int", nullable: false),
                    AcceptsSelfApplication = table.Column<bool>(type: "bit", nullable: false),
                    Staffing = table.Column<int>(type: "int", nullable: false),
                    WorkplaceNamed = table.Column<bool>(type: "bit", nullable: false),
                    EmploymentType = table.Column<int>(type: "int", nullable: false),
                    OccupationCode = table.Column<string>(type: "varchar(6)", unicode: false, maxLength: 6, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    OccupationMajor = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    OccupationMiddle = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    Traits = table.Column<int>(type: "int", nullable: false),
                    WageUnit = table.Column<int>(type: "int", nullable: true),
                    WageFrom = table.Column<int>(type: "int", nullable: true),
                    WageTo = table.Column<int>(type: "int", nullable: true),
                    SearchTitle = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    SearchWords = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    SearchName = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobOffers", x => x.Id);
                    table.CheckConstraint("CK_JobOffers_Days", "LastDay >= AcceptedOn");
                    table.CheckConstraint("CK_JobOffers_Ended", "(Status = 3 AND EndReason IS NOT NULL AND EndedAt IS NOT NULL) OR (Status <> 3 AND EndReason IS NULL AND EndedAt IS NULL)");
                    table.CheckConstraint("CK_JobOffers_SelfApplication", "AcceptsSelfApplication = 0 OR (Disclosure IN (1, 2) AND (Staffing = 0 OR WorkplaceNamed = 1))");
                    table.CheckConstraint("CK_JobOffers_Status", "Status BETWEEN 1 AND 3");
                    table.ForeignKey(
                        name: "FK_JobOffers_Offices_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Offices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficeMembers",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeMembers", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_OfficeMembers_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OfficeMembers_Offices_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Offices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProfileViews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ViewerAccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ViewerOrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ViewerKind = table.Column<int>(type: "int", nullable: false),
                    ViewedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProfileViews_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeekerProfiles",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PublicNumber = table.Column<string>(type: "varchar(11)", unicode: false, maxLength: 11, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Statement = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Style = table.Column<int>(type: "int", nullable: false),
                    WantsRegular = table.Column<bool>(type: "bit", nullable: false),
                    WishedMonthlyIncome = table.Column<int>(type: "int", nullable: true),
                    WishedHourlyIncome = table.Column<int>(type: "int", nullable: true),
                    SearchWords = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeekerProfiles", x => x.SeekerId);
                    table.ForeignKey(
                        name: "FK_SeekerProfiles_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeekerRegistrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndReason = table.Column<int>(type: "int", nullable: true),
                    PlacementOfficeCode = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    ShownToEmployers = table.Column<bool>(type: "bit", nullable: false),
                    ProvisionChoice = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeekerRegistrations", x => x.Id);
                    table.CheckConstraint("CK_SeekerRegistrations_Ended", "(EndedAt IS NULL AND EndReason IS NULL) OR (EndedAt IS NOT NULL AND EndReason IS NOT NULL)");
                    table.CheckConstraint("CK_SeekerRegistrations_Provision", "ProvisionChoice BETWEEN 0 AND 3");
                    table.ForeignKey(
                        name: "FK_SeekerRegistrations_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationDrafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Motivation = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationDrafts", x => new { x.AccountId, x.JobOfferId });
                    table.ForeignKey(
                        name: "FK_ApplicationDrafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApplicationDrafts_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContactInquiries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SenderAccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlacementOfficeCode = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Message = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactInquiries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactInquiries_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContactInquiries_Offices_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Offices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContactInquiries_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DirectRequestDrafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Message = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    NoticeConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectRequestDrafts", x => new { x.AccountId, x.SeekerId });
                    table.ForeignKey(
                        name: "FK_DirectRequestDrafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DirectRequestDrafts_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DirectRequestDrafts_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DirectRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SenderAccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slot = table.Column<byte>(type: "tinyint", nullable: false),
                    Message = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndKind = table.Column<int>(type: "int", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeclineReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectRequests", x => x.Id);
                    table.CheckConstraint("CK_DirectRequests_Deadline", "ExpiresAt > SentAt");
                    table.CheckConstraint("CK_DirectRequests_End", "(EndKind IS NULL AND EndedAt IS NULL) OR (EndKind BETWEEN 3 AND 7 AND EndedAt IS NOT NULL)");
                    table.CheckConstraint("CK_DirectRequests_Slot", "Slot BETWEEN 1 AND 10");
                    table.ForeignKey(
                        name: "FK_DirectRequests_Accounts_SenderAccountId",
                        column: x => x.SenderAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DirectRequests_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DirectRequests_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JobOfferPlaces",
                columns: table => new
                {
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<byte>(type: "tinyint", nullable: false),
                    PrefectureCode = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    MunicipalityCode = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: true, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobOfferPlaces", x => new { x.JobOfferId, x.Position });
                    table.ForeignKey(
                        name: "FK_JobOfferPlaces_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProfileLicences",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<byte>(type: "tinyint", nullable: false),
                    LicenceCode = table.Column<string>(type: "varchar(4)", unicode: false, maxLength: 4, nullable: false, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileLicences", x => new { x.SeekerId, x.Position });
                    table.ForeignKey(
                        name: "FK_ProfileLicences_SeekerProfiles_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "SeekerProfiles",
                        principalColumn: "SeekerId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProfileOccupations",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<byte>(type: "tinyint", nullable: false),
                    OccupationCode = table.Column<string>(type: "varchar(6)", unicode: false, maxLength: 6, nullable: false, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfileOccupations", x => new { x.SeekerId, x.Position });
                    table.ForeignKey(
                        name: "FK_ProfileOccupations_SeekerProfiles_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "SeekerProfiles",
                        principalColumn: "SeekerId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProfilePlaces",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<byte>(type: "tinyint", nullable: false),
                    PrefectureCode = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    MunicipalityCode = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: true, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProfilePlaces", x => new { x.SeekerId, x.Position });
                    table.ForeignKey(
                        name: "FK_ProfilePlaces_SeekerProfiles_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "SeekerProfiles",
                        principalColumn: "SeekerId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlacementOfficeCode = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DirectRequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Question = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consultations_DirectRequests_DirectRequestId",
                        column: x => x.DirectRequestId,
                        principalTable: "DirectRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelfApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    JobOfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DirectRequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Papers = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfApplications", x => x.Id);
                    table.CheckConstraint("CK_SelfApplications_Withdrawn", "(Status = 6 AND WithdrawnAt IS NOT NULL) OR (Status BETWEEN 1 AND 5 AND WithdrawnAt IS NULL)");
                    table.ForeignKey(
                        name: "FK_SelfApplications_DirectRequests_DirectRequestId",
                        column: x => x.DirectRequestId,
                        principalTable: "DirectRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SelfApplications_JobOffers_JobOfferId",
                        column: x => x.JobOfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SelfApplications_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationMessageDrafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SelfApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationMessageDrafts", x => new { x.AccountId, x.SelfApplicationId });
                    table.ForeignKey(
                        name: "FK_ApplicationMessageDrafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApplicationMessageDrafts_SelfApplications_SelfApplicationId",
                        column: x => x.SelfApplicationId,
                        principalTable: "SelfApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SelfApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromSeeker = table.Column<bool>(type: "bit", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationMessages_SelfApplications_SelfApplicationId",
                        column: x => x.SelfApplicationId,
                        principalTable: "SelfApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationSteps",
                columns: table => new
                {
                    SelfApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<short>(type: "smallint", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationSteps", x => new { x.SelfApplicationId, x.Number });
                    table.ForeignKey(
                        name: "FK_ApplicationSteps_SelfApplications_SelfApplicationId",
                        column: x => x.SelfApplicationId,
                        principalTable: "SelfApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaims_UserId",
                table: "AccountClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogins_UserId",
                table: "AccountLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationDrafts_JobOfferId",
                table: "ApplicationDrafts",
                column: "JobOfferId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationMessageDrafts_SelfApplicationId",
                table: "ApplicationMessageDrafts",
                column: "SelfApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationMessages_SelfApplicationId_SentAt",
                table: "ApplicationMessages",
                columns: new[] { "SelfApplicationId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId_At",
                table: "AuditEntries",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_RecordType_RecordId",
                table: "AuditEntries",
                columns: new[] { "RecordType", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_DirectRequestId",
                table: "Consultations",
                column: "DirectRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_JobOfferId",
                table: "Consultations",
                column: "JobOfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_PlacementOfficeCode_AnsweredAt_AskedAt",
                table: "Consultations",
                columns: new[] { "PlacementOfficeCode", "AnsweredAt", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_SeekerId_AskedAt",
                table: "Consultations",
                columns: new[] { "SeekerId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_Waiting",
                table: "Consultations",
                columns: new[] { "SeekerId", "JobOfferId" },
                unique: true,
                filter: "AnsweredAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContactInquiries_JobOfferId_SeekerId",
                table: "ContactInquiries",
                columns: new[] { "JobOfferId", "SeekerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContactInquiries_OfficeId",
                table: "ContactInquiries",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactInquiries_PlacementOfficeCode_AnsweredAt_SentAt",
                table: "ContactInquiries",
                columns: new[] { "PlacementOfficeCode", "AnsweredAt", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactInquiries_SeekerId",
                table: "ContactInquiries",
                column: "SeekerId");

            migrationBuilder.CreateIndex(
                name: "IX_DirectRequestDrafts_JobOfferId",
                table: "DirectRequestDrafts",
                column: "JobOfferId");

            migrationBuilder.CreateIndex(
                name: "IX_DirectRequestDrafts_SeekerId",
                table: "DirectRequestDrafts",
                column: "SeekerId");

            migrationBuilder.CreateIndex(
                name: "IX_DirectRequests_EndKind_ExpiresAt",
                table: "DirectRequests",
                columns: new[] { "EndKind", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DirectRequests_JobOfferId_SeekerId",
                table: "DirectRequests",
                columns: new[] { "JobOfferId", "SeekerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DirectRequests_JobOfferId_Slot",
                table: "DirectRequests",
                columns: new[] { "JobOfferId", "Slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DirectRequests_SeekerId_SentAt",
                table: "DirectRequests",
                columns: new[] { "SeekerId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DirectRequests_SenderAccountId",
                table: "DirectRequests",
                column: "SenderAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_JobOfferPlaces_PrefectureCode_MunicipalityCode",
                table: "JobOfferPlaces",
                columns: new[] { "PrefectureCode", "MunicipalityCode" });

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Number",
                table: "JobOffers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_OfficeId",
                table: "JobOffers",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Status_AcceptedOn",
                table: "JobOffers",
                columns: new[] { "Status", "AcceptedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Status_LastDay",
                table: "JobOffers",
                columns: new[] { "Status", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_OfficeMembers_OfficeId",
                table: "OfficeMembers",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_Offices_Number",
                table: "Offices",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_NextTryAt",
                table: "OutboxMails",
                column: "NextTryAt",
                filter: "SentAt IS NULL AND GivenUpAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_OnceKey",
                table: "OutboxMails",
                column: "OnceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_RecipientAccountId",
                table: "OutboxMails",
                column: "RecipientAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileLicences_LicenceCode",
                table: "ProfileLicences",
                column: "LicenceCode");

            migrationBuilder.CreateIndex(
                name: "IX_ProfileOccupations_OccupationCode",
                table: "ProfileOccupations",
                column: "OccupationCode");

            migrationBuilder.CreateIndex(
                name: "IX_ProfilePlaces_PrefectureCode_MunicipalityCode",
                table: "ProfilePlaces",
                columns: new[] { "PrefectureCode", "MunicipalityCode" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileViews_SeekerId_ViewedAt",
                table: "ProfileViews",
                columns: new[] { "SeekerId", "ViewedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProfileViews_ViewerAccountId_ViewedAt",
                table: "ProfileViews",
                columns: new[] { "ViewerAccountId", "ViewedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SeekerProfiles_ChangedAt",
                table: "SeekerProfiles",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SeekerProfiles_PublicNumber",
                table: "SeekerProfiles",
                column: "PublicNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeekerRegistrations_EndedAt_LastDay",
                table: "SeekerRegistrations",
                columns: new[] { "EndedAt", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_SeekerRegistrations_Number",
                table: "SeekerRegistrations",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeekerRegistrations_Open",
                table: "SeekerRegistrations",
                column: "SeekerId",
                unique: true,
                filter: "EndedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Seekers_AccountId",
                table: "Seekers",
                column: "AccountId",
                unique: true,
                filter: "[AccountId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SelfApplications_DirectRequestId",
                table: "SelfApplications",
                column: "DirectRequestId",
                unique: true,
                filter: "[DirectRequestId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SelfApplications_SeekerId_AppliedAt",
                table: "SelfApplications",
                columns: new[] { "SeekerId", "AppliedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfApplications_Standing",
                table: "SelfApplications",
                columns: new[] { "JobOfferId", "SeekerId" },
                unique: true,
                filter: "WithdrawnAt IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountClaims");

            migrationBuilder.DropTable(
                name: "AccountLogins");

            migrationBuilder.DropTable(
                name: "AccountTokens");

            migrationBuilder.DropTable(
                name: "ApplicationDrafts");

            migrationBuilder.DropTable(
                name: "ApplicationMessageDrafts");

            migrationBuilder.DropTable(
                name: "ApplicationMessages");

            migrationBuilder.DropTable(
                name: "ApplicationSteps");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "Consultations");

            migrationBuilder.DropTable(
                name: "ContactInquiries");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DirectRequestDrafts");

            migrationBuilder.DropTable(
                name: "JobOfferPlaces");

            migrationBuilder.DropTable(
                name: "OfficeMembers");

            migrationBuilder.DropTable(
                name: "OutboxMails");

            migrationBuilder.DropTable(
                name: "ProfileLicences");

            migrationBuilder.DropTable(
                name: "ProfileOccupations");

            migrationBuilder.DropTable(
                name: "ProfilePlaces");

            migrationBuilder.DropTable(
                name: "ProfileViewers");

            migrationBuilder.DropTable(
                name: "ProfileViews");

            migrationBuilder.DropTable(
                name: "SeekerRegistrations");

            migrationBuilder.DropTable(
                name: "SelfApplications");

            migrationBuilder.DropTable(
                name: "SeekerProfiles");

            migrationBuilder.DropTable(
                name: "DirectRequests");

            migrationBuilder.DropTable(
                name: "JobOffers");

            migrationBuilder.DropTable(
                name: "Seekers");

            migrationBuilder.DropTable(
                name: "Offices");

            migrationBuilder.DropTable(
                name: "Accounts");
        }
    }
}
