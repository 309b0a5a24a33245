using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Provision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte>(
                name: "EndForetold",
                table: "SeekerRegistrations",
                type: "tinyint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GuidanceDrafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Recipients = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidanceDrafts", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_GuidanceDrafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Providers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Licence = table.Column<string>(type: "nvarchar(11)", maxLength: 11, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    ProviderGroup = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    About = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    PrivacyMark = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: true, collation: "Japanese_XJIS_140_BIN2"),
                    TermsAcceptedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AdmittedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Providers", x => x.Id);
                    table.CheckConstraint("CK_Providers_Group", "(ProviderGroup = 1 AND Kind BETWEEN 1 AND 4) OR (ProviderGroup = 2 AND Kind BETWEEN 11 AND 14)");
                });

            migrationBuilder.CreateTable(
                name: "ProvisionServices",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TermsVersion = table.Column<int>(type: "int", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProvisionServices", x => x.SeekerId);
                    table.CheckConstraint("CK_ProvisionServices_Stopped", "StoppedAt IS NULL OR PublishedAt IS NULL");
                    table.ForeignKey(
                        name: "FK_ProvisionServices_SeekerRegistrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "SeekerRegistrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProvisionServices_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReceiveConditions",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PrivacyMarkOnly = table.Column<bool>(type: "bit", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiveConditions", x => x.SeekerId);
                    table.ForeignKey(
                        name: "FK_ReceiveConditions_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatementDrafts",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementDrafts", x => x.SeekerId);
                    table.ForeignKey(
                        name: "FK_StatementDrafts_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProviderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastMessageAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Conversations_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Conversations_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuidanceCounts",
                columns: table => new
                {
                    ProviderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Sent = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidanceCounts", x => new { x.ProviderId, x.Day });
                    table.CheckConstraint("CK_GuidanceCounts_Sent", "Sent BETWEEN 0 AND 1000");
                    table.ForeignKey(
                        name: "FK_GuidanceCounts_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuidanceTemplates",
                columns: table => new
                {
                    ProviderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Disclosures = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuidanceTemplates", x => x.ProviderId);
                    table.ForeignKey(
                        name: "FK_GuidanceTemplates_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProviderBlocks",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProviderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BlockedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderBlocks", x => new { x.SeekerId, x.ProviderId });
                    table.ForeignKey(
                        name: "FK_ProviderBlocks_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProviderBlocks_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProviderHandlings",
                columns: table => new
                {
                    ProviderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderHandlings", x => new { x.ProviderId, x.Kind, x.Code });
                    table.CheckConstraint("CK_ProviderHandlings_Kind", "Kind BETWEEN 1 AND 3");
                    table.ForeignKey(
                        name: "FK_ProviderHandlings_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProviderMembers",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProviderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderMembers", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_ProviderMembers_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProviderMembers_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProviderSuspensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProviderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderSuspensions", x => x.Id);
                    table.CheckConstraint("CK_ProviderSuspensions_Period", "EndsAt > StartsAt");
                    table.ForeignKey(
                        name: "FK_ProviderSuspensions_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SeekerAliases",
                columns: table => new
                {
                    ProviderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(11)", unicode: false, maxLength: 11, nullable: false, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeekerAliases", x => new { x.ProviderId, x.SeekerId });
                    table.ForeignKey(
                        name: "FK_SeekerAliases_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SeekerAliases_Seekers_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "Seekers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReceiveConditionCodes",
                columns: table => new
                {
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false, collation: "Japanese_XJIS_140_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiveConditionCodes", x => new { x.SeekerId, x.Kind, x.Code });
                    table.CheckConstraint("CK_ReceiveConditionCodes_Kind", "Kind BETWEEN 1 AND 3");
                    table.ForeignKey(
                        name: "FK_ReceiveConditionCodes_ReceiveConditions_SeekerId",
                        column: x => x.SeekerId,
                        principalTable: "ReceiveConditions",
                        principalColumn: "SeekerId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MessageDrafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageDrafts", x => new { x.AccountId, x.ConversationId });
                    table.ForeignKey(
                        name: "FK_MessageDrafts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MessageDrafts_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SeekerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    SenderAccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Disclosures = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => x.Id);
                    table.CheckConstraint("CK_Messages_Disclosures", "(Kind = 1 AND Disclosures IS NOT NULL) OR (Kind BETWEEN 2 AND 4 AND Disclosures IS NULL)");
                    table.ForeignKey(
                        name: "FK_Messages_Accounts_SenderAccountId",
                        column: x => x.SenderAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Messages_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ProviderId_LastMessageAt",
                table: "Conversations",
                columns: new[] { "ProviderId", "LastMessageAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ProviderId_SeekerId",
                table: "Conversations",
                columns: new[] { "ProviderId", "SeekerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_SeekerId_LastMessageAt",
                table: "Conversations",
                columns: new[] { "SeekerId", "LastMessageAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MessageDrafts_ConversationId",
                table: "MessageDrafts",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ConversationId_SentAt",
                table: "Messages",
                columns: new[] { "ConversationId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_First",
                table: "Messages",
                column: "ConversationId",
                unique: true,
                filter: "Kind = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_SeekerId_Number",
                table: "Messages",
                columns: new[] { "SeekerId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_SenderAccountId",
                table: "Messages",
                column: "SenderAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ProviderBlocks_ProviderId",
                table: "ProviderBlocks",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_ProviderMembers_ProviderId",
                table: "ProviderMembers",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_Providers_Licence",
                table: "Providers",
                column: "Licence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProviderSuspensions_ProviderId_EndsAt",
                table: "ProviderSuspensions",
                columns: new[] { "ProviderId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProvisionServices_RegistrationId",
                table: "ProvisionServices",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_SeekerAliases_ProviderId_Number",
                table: "SeekerAliases",
                columns: new[] { "ProviderId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeekerAliases_SeekerId",
                table: "SeekerAliases",
                column: "SeekerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GuidanceCounts");

            migrationBuilder.DropTable(
                name: "GuidanceDrafts");

            migrationBuilder.DropTable(
                name: "GuidanceTemplates");

            migrationBuilder.DropTable(
                name: "MessageDrafts");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "ProviderBlocks");

            migrationBuilder.DropTable(
                name: "ProviderHandlings");

            migrationBuilder.DropTable(
                name: "ProviderMembers");

            migrationBuilder.DropTable(
                name: "ProviderSuspensions");

            migrationBuilder.DropTable(
                name: "ProvisionServices");

            migrationBuilder.DropTable(
                name: "ReceiveConditionCodes");

            migrationBuilder.DropTable(
                name: "SeekerAliases");

            migrationBuilder.DropTable(
                name: "StatementDrafts");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropTable(
                name: "ReceiveConditions");

            migrationBuilder.DropTable(
                name: "Providers");

            migrationBuilder.DropColumn(
                name: "EndForetold",
                table: "SeekerRegistrations");
        }
    }
}
