using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace HelloWork.Benchmarks.Search.Lucene;

/// <summary>Lucene in a Java process of its own (<c>LucenePeer.java</c>), which times itself: what passes between the processes isn't counted.</summary>
internal sealed class LuceneEngine : IDisposable
{
    private readonly Process _process;

    private LuceneEngine(Process process) => _process = process;

    public const string Name = "Lucene";

    /// <param name="jars">Folder with <c>lucene-core-*.jar</c> and <c>lucene-analyzers-common-*.jar</c>; Debian's liblucene8-java puts them into /usr/share/java.</param>
    /// <param name="index">Empty folder for the index.</param>
    public static LuceneEngine Start(string jars, string index, IEnumerable<SampleJob> jobs)
    {
        string[] found = [.. new[] { "lucene-core-*.jar", "lucene-analyzers-common-*.jar" }.SelectMany(name => Directory.GetFiles(jars, name))];
        if (found.Length < 2)
            throw new FileNotFoundException($"No Lucene in {jars}. Debian has it: apt install liblucene8-java default-jdk-headless");
        var start = new ProcessStartInfo("java", ["-Xmx4g", "-XX:+UseSerialGC", "-cp", string.Join(Path.PathSeparator, found), Path.Combine(AppContext.BaseDirectory, "LucenePeer.java"), index])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        };
        var engine = new LuceneEngine(Process.Start(start)!);
        foreach (var job in jobs)
            engine.Tell(job.Id, SampleDatabase.Text(job), job.Prefecture, job.Type, job.WageFrom, job.WageTo, job.DaysOff, job.Flags);
        engine.Tell();
        engine.Hear();
        return engine;
    }

    /// <summary>Runs the searches of one shape.</summary>
    /// <returns>What each found, and milliseconds of CPU time, median and 99 %.</returns>
    public (List<Answer> Answers, double Median, double Most) Measure(IReadOnlyList<Query> queries)
    {
        foreach (var query in queries)
            Tell(query.Wanted.ToString().ToUpperInvariant(), query.Order.ToString().ToUpperInvariant(), query.Skip, string.Join(' ', query.Words), string.Join(' ', query.Not), query.Prefecture, query.Type, query.Flag, query.Wage, query.DaysOff);
        Tell();
        List<Answer> answers = [.. queries.Select(query =>
        {
            var parts = Hear().Split('\t');
            var count = long.Parse(parts[0], CultureInfo.InvariantCulture);
            return new Answer(count < 0 ? null : count, query.Wanted is Wanted.List or Wanted.Page ? [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => long.Parse(n, CultureInfo.InvariantCulture))] : null);
        })];
        var times = Hear().Split('\t');
        return (answers, double.Parse(times[0], CultureInfo.InvariantCulture), double.Parse(times[1], CultureInfo.InvariantCulture));
    }

    private void Tell(params object?[] parts) => _process.StandardInput.Write(string.Join('\t', parts.Select(p => Convert.ToString(p, CultureInfo.InvariantCulture))) + '\n');

    private string Hear()
    {
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Lucene's process ended; what it said stands above.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
