using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NationalScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt",
                table: "JobOffers");

            migrationBuilder.DropIndex(
                name: "IX_JobOffers_OfficeId",
                table: "JobOffers");

            migrationBuilder.DropIndex(
                name: "IX_JobOffers_Status_LastDay",
                table: "JobOffers");

            migrationBuilder.CreateIndex(
                name: "IX_SeekerRegistrations_SeekerId_LastDay",
                table: "SeekerRegistrations",
                columns: new[] { "SeekerId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt_Version_Traits",
                table: "JobOffers",
                columns: new[] { "Number", "Status", "LastDay", "Disclosure", "ChangedAt", "Version", "Traits" });

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_OfficeId_Status_LastDay",
                table: "JobOffers",
                columns: new[] { "OfficeId", "Status", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Status_LastDay_Disclosure",
                table: "JobOffers",
                columns: new[] { "Status", "LastDay", "Disclosure" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SeekerRegistrations_SeekerId_LastDay",
                table: "SeekerRegistrations");

            migrationBuilder.DropIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt_Version_Traits",
                table: "JobOffers");

            migrationBuilder.DropIndex(
                name: "IX_JobOffers_OfficeId_Status_LastDay",
                table: "JobOffers");

            migrationBuilder.DropIndex(
                name: "IX_JobOffers_Status_LastDay_Disclosure",
                table: "JobOffers");

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Number_Status_LastDay_Disclosure_ChangedAt",
                table: "JobOffers",
                columns: new[] { "Number", "Status", "LastDay", "Disclosure", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_OfficeId",
                table: "JobOffers",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_JobOffers_Status_LastDay",
                table: "JobOffers",
                columns: new[] { "Status", "LastDay" });
        }
    }
}
