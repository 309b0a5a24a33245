using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SeekerSearchColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ColumnsVersion",
                table: "SeekerProfiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CommutingMinutes",
                table: "SeekerProfiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ExperienceMonths",
                table: "SeekerProfiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Industries",
                table: "SeekerProfiles",
                type: "TEXT",
                unicode: false,
                maxLength: 48,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LastMonthlyIncome",
                table: "SeekerProfiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Traits",
                table: "SeekerProfiles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_SeekerProfiles_ColumnsVersion",
                table: "SeekerProfiles",
                column: "ColumnsVersion");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SeekerProfiles_ColumnsVersion",
                table: "SeekerProfiles");

            migrationBuilder.DropColumn(
                name: "ColumnsVersion",
                table: "SeekerProfiles");

            migrationBuilder.DropColumn(
                name: "CommutingMinutes",
                table: "SeekerProfiles");

            migrationBuilder.DropColumn(
                name: "ExperienceMonths",
                table: "SeekerProfiles");

            migrationBuilder.DropColumn(
                name: "Industries",
                table: "SeekerProfiles");

            migrationBuilder.DropColumn(
                name: "LastMonthlyIncome",
                table: "SeekerProfiles");

            migrationBuilder.DropColumn(
                name: "Traits",
                table: "SeekerProfiles");
        }
    }
}
