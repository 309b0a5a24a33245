using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HelloWork.Domain.Data;

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteHelloWorkDbContext>
{
    public SqliteHelloWorkDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteHelloWorkDbContext>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerHelloWorkDbContext>
{
    public SqlServerHelloWorkDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqlServerHelloWorkDbContext>().UseSqlServer("Server=design;Database=portal").Options);
}
