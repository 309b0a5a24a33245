using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StandingOfJobsInOneIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt",
                table: "JobOffers");

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt_Version_Traits",
                table: "JobOffers",
                columns: new[] { "Number", "Status", "LastDay", "Disclosure", "ChangedAt", "Version", "Traits" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt_Version_Traits",
                table: "JobOffers");

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt",
                table: "JobOffers",
                columns: new[] { "Number", "Status", "LastDay", "Disclosure", "ChangedAt" });
        }
    }
}
