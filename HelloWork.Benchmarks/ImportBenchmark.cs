using System.Diagnostics;
using HelloWork.Benchmarks.Samples;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Import;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Benchmarks;

/// <summary>Imports a made file of many distinct records into a fresh SQLite file, then the same file again.</summary>
internal static class ImportBenchmark
{
    public static async Task RunAsync(int records, bool csv)
    {
        var folder = Directory.CreateTempSubdirectory("hellowork-import-");
        try
        {
            var file = Path.Combine(folder.FullName, csv ? "jobs.csv" : "jobs.xml");
            Make(file, records, csv);
            Console.WriteLine($"{records:#,0} records, {new FileInfo(file).Length / 1048576.0:0.0} MB of {(csv ? "CSV" : "XML")}, {Environment.ProcessorCount} cores");
            await using var services = await NewDatabaseAsync(Path.Combine(folder.FullName, "import.db"));
            await MeasureAsync("first import", services, file);
            await MeasureAsync("same again", services, file);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static void Make(string file, int records, bool csv)
    {
        var made = new MadeOffers(TimeProvider.System.TodayInJapan());
        using var stream = File.Create(file);
        if (csv)
            LayoutFiles.WriteCsv(stream, Enumerable.Range(0, records).Select(made.Offer).ToList(), new System.Text.UTF8Encoding(false));
        else
            LayoutFiles.WriteXml(stream, Enumerable.Range(0, records).Select(made.Offer), indent: false);
    }

    private static async Task<ServiceProvider> NewDatabaseAsync(string file)
    {
        var services = new ServiceCollection()
            .AddHelloWorkDatabase(new DatabaseSettings { ConnectionString = $"Data Source={file}" })
            .BuildServiceProvider();
        await new DatabaseMigration(services.GetRequiredService<IDbContextFactory<HelloWorkDbContext>>()).RunAsync(CancellationToken.None);
        return services;
    }

    private static async Task MeasureAsync(string what, ServiceProvider services, string file)
    {
        GC.Collect();
        var heap = new PeakHeap();
        var watch = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var result = await new ImportJobOffers(services.GetRequiredService<IDbContextFactory<HelloWorkDbContext>>(), TimeProvider.System)
            .RunAsync(new(ImportSource.File(file), Publish: true, heap), CancellationToken.None);
        watch.Stop();

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            $"{what,-13} {result.Records / watch.Elapsed.TotalSeconds,8:#,0} records/s {watch.Elapsed.TotalSeconds,7:0.0} s wall {(process.TotalProcessorTime - cpu).TotalSeconds,7:0.0} s CPU"
            + $"   added {result.Added:#,0} unchanged {result.Unchanged:#,0} refused {result.Refused:#,0}"
            + $"   peak working set {process.PeakWorkingSet64 / 1048576:#,0} MB, peak GC heap {heap.Peak / 1048576:#,0} MB, problem {result.Problem?.ToString() ?? "none"}");
    }

    private sealed class PeakHeap : IProgress<ImportEvent>
    {
        public long Peak { get; private set; }

        public void Report(ImportEvent told) => Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: false));
    }
}
