namespace HelloWork.Tests.Data;

/// <summary>The check is able to fail.</summary>
public sealed class TSqlCheckTests
{
    private static readonly TSqlSchema Schema = TSqlSchema.Read("""
        CREATE TABLE [Jobs] ([Id] int NOT NULL, [Title] nvarchar(100) NOT NULL, [EndedAt] datetime2 NULL, CONSTRAINT [PK_Jobs] PRIMARY KEY ([Id]));
        GO
        CREATE TABLE [Places] ([JobId] int NOT NULL, [Code] varchar(5) NULL);
        """);

    [Theory]
    [InlineData("SELECT [j].[Title] FROM [Jobs] AS [j] WHERE EXISTS (SELECT 1 FROM [Places] AS [p] WHERE [p].[JobId] = [j].[Id]) ORDER BY [j].[Id] OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY")]
    [InlineData("SELECT [x].[Key], COUNT(*) AS [Count] FROM (SELECT DATEPART(year, [j].[EndedAt]) AS [Key] FROM [Jobs] AS [j]) AS [x] GROUP BY [x].[Key] ORDER BY [Count]")]
    [InlineData("UPDATE [j] SET [j].[Title] = N'事務' FROM [Jobs] AS [j] INNER JOIN [Places] AS [p] ON [p].[JobId] = [j].[Id]")]
    [InlineData("SET NOCOUNT ON; INSERT INTO [Jobs] ([Id], [Title]) OUTPUT INSERTED.[Id] VALUES (@p0, @p1); DELETE FROM [Places] OUTPUT 1 WHERE [JobId] = @p2;")]
    [InlineData("MERGE [Jobs] USING (VALUES (@p0, 0)) AS i ([Title], _Position) ON 1=0 WHEN NOT MATCHED THEN INSERT ([Title]) VALUES (i.[Title]) OUTPUT INSERTED.[Id], i._Position;")]
    [InlineData("SELECT [p].[Code] FROM [Places] AS [p] WHERE [p].[Code] IN (SELECT [c].[value] FROM OPENJSON(@codes) WITH ([value] varchar(5) '$') AS [c])")]
    [InlineData("CREATE UNIQUE INDEX [IX] ON [Jobs] ([Title]) WHERE EndedAt IS NULL AND [Id] <> 3")]
    public void SoundStatements_HaveNoProblem(string sql) => Assert.Empty(TSqlCheck.ProblemsOf(sql, Schema));

    [Theory]
    [InlineData("SELECT [j].[Title] FROM [Jobs] AS [j] LIMIT 5", "LIMIT")]
    [InlineData("SELECT Title FROM Jobs WHERE", "line 1")]
    [InlineData("SELECT [j].[Titel] FROM [Jobs] AS [j]", "j.Titel doesn't exist")]
    [InlineData("SELECT Titel FROM Jobs", "Titel doesn't exist")]
    [InlineData("SELECT title FROM Jobs", "title doesn't exist")]
    [InlineData("SELECT [x].[Title] FROM [Jobs] AS [j]", "x of x.Title is no table or alias")]
    [InlineData("SELECT 1 FROM [JobOffer]", "JobOffer is no table")]
    [InlineData("SELECT 1 FROM [Jobs] AS [j] WHERE EXISTS (SELECT 1 FROM [Places] AS [p] WHERE [p].[Id] = [j].[Id])", "p.Id doesn't exist")]
    [InlineData("UPDATE [Jobs] SET [Name] = N'x' OUTPUT 1 WHERE [Id] = 1", "Name doesn't exist")]
    [InlineData("INSERT INTO [Jobs] ([Name]) VALUES (1)", "Name doesn't exist")]
    [InlineData("DELETE FROM [Jobs] WHERE [Code] = '1'", "Code doesn't exist")]
    [InlineData("CREATE TABLE [T] ([A] int NOT NULL, CONSTRAINT [CK] CHECK (B > 1))", "B doesn't exist")]
    [InlineData("CREATE TABLE [T] ([A] int NOT NULL, CONSTRAINT [FK] FOREIGN KEY ([A]) REFERENCES [Jobs] ([Number]))", "Jobs.Number")]
    [InlineData("CREATE INDEX [IX] ON [Jobs] ([Name])", "Name doesn't exist")]
    [InlineData("CREATE INDEX [IX] ON [Jobs] ([Id]) WHERE Ended IS NULL", "Ended doesn't exist")]
    [InlineData("CREATE INDEX [IX] ON [Jobs] ([Id]) WHERE EndedAt IS NULL OR Id = 1", "Incorrect syntax near OR")]
    [InlineData("CREATE INDEX [IX] ON [Jobs] ([Id]) WHERE Title LIKE N'x%'", "Incorrect syntax")]
    [InlineData("CREATE INDEX [IX] ON [Jobs] ([Id]) WHERE Id BETWEEN 1 AND 3", "Incorrect syntax")]
    [InlineData("IF 1 = 1 BEGIN EXEC(N'CREATE INDEX [IX] ON [Jobs] ([Name])') END", "Name doesn't exist")]
    public void BrokenStatements_AreReported(string sql, string problem) =>
        Assert.Contains(TSqlCheck.ProblemsOf(sql, Schema), p => p.Contains(problem, StringComparison.Ordinal));
}
