using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class InquiryChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddCheckConstraint(
                name: "CK_ContactInquiries_Answered",
                table: "ContactInquiries",
                sql: "(AnsweredAt IS NULL AND Result IS NULL AND Answer IS NULL) OR (AnsweredAt IS NOT NULL AND Result BETWEEN 1 AND 4 AND Answer IS NOT NULL AND CheckedAt IS NOT NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ContactInquiries_Told",
                table: "ContactInquiries",
                sql: "(ToldOn IS NULL AND ToldBy IS NULL) OR (ToldOn IS NOT NULL AND ToldBy BETWEEN 1 AND 3 AND CheckedAt IS NOT NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Consultations_Answered",
                table: "Consultations",
                sql: "(AnsweredAt IS NULL AND Answer IS NULL) OR (AnsweredAt IS NOT NULL AND Answer IS NOT NULL)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_ContactInquiries_Answered",
                table: "ContactInquiries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_ContactInquiries_Told",
                table: "ContactInquiries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Consultations_Answered",
                table: "Consultations");
        }
    }
}
