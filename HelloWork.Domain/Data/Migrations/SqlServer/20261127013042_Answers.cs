using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelloWork.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Answers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_SelfApplications_Promise",
                table: "SelfApplications");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Interviews_Reminder",
                table: "Interviews");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ResultBy",
                table: "SelfApplications",
                type: "date",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_SelfApplications_Promise",
                table: "SelfApplications",
                sql: "(AnswerBy IS NULL AND ResultBy IS NULL AND RemindAnswerAt IS NULL) OR ((AnswerBy IS NOT NULL OR ResultBy IS NOT NULL) AND Status BETWEEN 1 AND 3)");

            migrationBuilder.CreateIndex(
                name: "IX_SearchAlerts_Day",
                table: "SearchAlerts",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_SearchAlertJobs_Day",
                table: "SearchAlertJobs",
                column: "Day");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Interviews_Reminder",
                table: "Interviews",
                sql: "RemindAt IS NULL OR State IN (1, 2)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_SelfApplications_Promise",
                table: "SelfApplications");

            migrationBuilder.DropIndex(
                name: "IX_SearchAlerts_Day",
                table: "SearchAlerts");

            migrationBuilder.DropIndex(
                name: "IX_SearchAlertJobs_Day",
                table: "SearchAlertJobs");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Interviews_Reminder",
                table: "Interviews");

            migrationBuilder.DropColumn(
                name: "ResultBy",
                table: "SelfApplications");

            migrationBuilder.AddCheckConstraint(
                name: "CK_SelfApplications_Promise",
                table: "SelfApplications",
                sql: "(AnswerBy IS NULL AND RemindAnswerAt IS NULL) OR (AnswerBy IS NOT NULL AND Status BETWEEN 1 AND 3)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Interviews_Reminder",
                table: "Interviews",
                sql: "RemindAt IS NULL OR State = 2");
        }
    }
}
