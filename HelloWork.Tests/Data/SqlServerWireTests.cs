using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Data;

/// <summary>Microsoft's client and EF's retries as they really run, against the least of a server.</summary>
public sealed class SqlServerWireTests : IAsyncLifetime
{
    private readonly WireServer _server = new();
    private IDbContextFactory<HelloWorkDbContext> _contexts = null!;

    public Task InitializeAsync()
    {
        _contexts = new Contexts(new DatabaseSettings { Provider = DatabaseProvider.SqlServer, ConnectionString = _server.ConnectionString });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Command_WithParameters_ReachesTheServer()
    {
        await using var connection = new SqlConnection(_server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand("SELECT 1 WHERE @words = N'介護' AND @day = @other", connection);
        command.Parameters.AddRange([new("@words", "介護"), new("@day", new DateOnly(2026, 3, 22)), new("@other", DateTime.UnixEpoch)]);

        await command.ExecuteNonQueryAsync();

        Assert.Equal(command.CommandText, Assert.Single(_server.Heard));
    }

    [Fact]
    public async Task Command_WithParametersAndNoServer_FailsForWantOfAServerOnly()
    {
        var gone = new WireServer();
        var address = gone.ConnectionString;
        await gone.DisposeAsync();
        await using var connection = new SqlConnection(address + ";Connect Timeout=2");
        await using var command = new SqlCommand("SELECT @words", connection);
        command.Parameters.AddWithValue("@words", "介護");

        await Assert.ThrowsAsync<SqlException>(connection.OpenAsync);
    }

    [Fact]
    public async Task Write_OnSqlServer_IsOneTransactionInsideTheRetries()
    {
        var runs = await WriteAsync();

        Assert.Equal(1, runs);
        Assert.Equal(["BEGIN", "SAVE TRANSACTION [__EFSavePoint];", "INSERT", "COMMIT"], _server.Heard.Select(Kind));
    }

    [Theory]
    [InlineData(2627)]
    [InlineData(2601)]
    [InlineData(1205)]
    public async Task Write_WhenSomebodyElseWasFaster_RunsAgainFromTheStart(int error)
    {
        _server.FailNextChange(error);

        var runs = await WriteAsync();

        Assert.Equal(2, runs);
        Assert.Equal("COMMIT", _server.Heard[^1]);
        Assert.Equal(2, _server.Heard.Count(h => h == "BEGIN"));
    }

    // EF gives a deadlock's victim up after five tries; a verb doesn't.
    [Fact, Trait("Category", "Slow")]
    public async Task Write_ThatIsADeadlocksVictimAgainAndAgain_StillEndsWell()
    {
        _server.FailNextChange([.. Enumerable.Repeat(1205, 6)]);

        Assert.Equal(7, await WriteAsync());
    }

    [Theory]
    [InlineData(547)]
    [InlineData(2628)]
    public async Task Write_ThatBreaksAConstraint_IsABugAndThrows(int error)
    {
        _server.FailNextChange(error);

        var thrown = await Assert.ThrowsAsync<DbUpdateException>(WriteAsync);

        Assert.Equal(error, Assert.IsType<SqlException>(thrown.InnerException).Number);
    }

    private async Task<int> WriteAsync()
    {
        var runs = 0;
        return await _contexts.WriteAsync(db =>
        {
            db.Offices.Add(new Office(OfficeNumber.Parse("1301-000001-7"), "株式会社見本製作所", null, null, null, null, null, null));
            return Task.FromResult(++runs);
        }, CancellationToken.None);
    }

    private static string Kind(string heard) => heard.Contains("INSERT INTO [Offices]", StringComparison.Ordinal) ? "INSERT" : heard;

    private sealed class Contexts(DatabaseSettings settings) : IDbContextFactory<HelloWorkDbContext>
    {
        public HelloWorkDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<SqlServerHelloWorkDbContext>();
            options.UseHelloWork(settings);
            return new SqlServerHelloWorkDbContext(options.Options);
        }
    }
}
