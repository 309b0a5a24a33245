using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DeskItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlacementOfficeCode = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    RecordId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Counterpart = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AssigneeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Name = table.Column<string>(type: "varchar(6)", unicode: false, maxLength: 6, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskNumberSeries", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "StaffPosts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlacementOfficeCode = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false, collation: "Japanese_XJIS_140_BIN2")
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
                name: "DeskNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeskItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_AssigneeId",
                table: "DeskItems",
                column: "AssigneeId");

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_PlacementOfficeCode_ClosedAt_DueOn_Id",
                table: "DeskItems",
                columns: new[] { "PlacementOfficeCode", "ClosedAt", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeskItems_Waiting",
                table: "DeskItems",
                columns: new[] { "Kind", "RecordId" },
                unique: true,
                filter: "ClosedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeskNotes_AuthorId",
                table: "DeskNotes",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_DeskNotes_DeskItemId_WrittenAt",
                table: "DeskNotes",
                columns: new[] { "DeskItemId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StaffPosts_PlacementOfficeCode",
                table: "StaffPosts",
                column: "PlacementOfficeCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskNotes");

            migrationBuilder.DropTable(
                name: "DeskNumberSeries");

            migrationBuilder.DropTable(
                name: "StaffPosts");

            migrationBuilder.DropTable(
                name: "DeskItems");
        }
    }
}
