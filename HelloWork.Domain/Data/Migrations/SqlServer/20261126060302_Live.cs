using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Live : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LiveSignals",
                columns: table => new
                {
                    Topic = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false, collation: "Japanese_XJIS_140_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiveSignals", x => x.Topic);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LiveSignals_ChangedAt",
                table: "LiveSignals",
                column: "ChangedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LiveSignals");
        }
    }
}
