using System.Globalization;
using HelloWork.Benchmarks;
using HelloWork.Benchmarks.Budgets;
using HelloWork.Benchmarks.Jobs;
using HelloWork.Benchmarks.Samples;
using HelloWork.Benchmarks.Search;

switch (args)
{
    case ["import", .. var options]:
        await ImportBenchmark.RunAsync(int.Parse(After("--records", options) ?? "100000", CultureInfo.InvariantCulture), options.Contains("--csv"));
        return 0;
    case ["guard"]:
        GuardBenchmark.Run();
        return 0;
    case ["desk", .. var options]:
        await DeskBenchmark.RunAsync(int.Parse(After("--items", options) ?? "100000", CultureInfo.InvariantCulture));
        return 0;
    case ["audit", .. var options]:
        await AuditBenchmark.RunAsync(int.Parse(After("--rows", options) ?? "1000000", CultureInfo.InvariantCulture));
        return 0;
    case ["search", .. var options]:
        await SearchBenchmark.RunAsync([.. (After("--documents", options) ?? "100000").Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))], options.Contains("--peers"), After("--lucene", options));
        return 0;
    case ["seekers", .. var options]:
        return await SeekerBenchmark.RunAsync(After("--database", options) ?? "hellowork.db", !options.Contains("--index-only"));
    case ["pages", .. var options]:
        await PageBenchmark.RunAsync(After("--at", options) ?? "http://localhost:5080", After("--password", options) ?? "Demo-Pass-2026!");
        return 0;
    case ["jobs", .. var options]:
        await JobsBenchmark.RunAsync(After("--database", options) ?? "HelloWork.Blazor/hellowork.db", int.Parse(After("--searches", options) ?? "2000", CultureInfo.InvariantCulture));
        return 0;
    case ["http", .. var options]:
        await HttpBenchmark.RunAsync(
            After("--portal", options) ?? "HelloWork.Blazor/bin/Release/net10.0/HelloWork.Blazor.dll", After("--database", options) ?? "HelloWork.Blazor/hellowork.db",
            int.Parse(After("--clients", options) ?? "16", CultureInfo.InvariantCulture), int.Parse(After("--seconds", options) ?? "20", CultureInfo.InvariantCulture));
        return 0;
    case ["budgets", .. var options]:
        return await BudgetBenchmark.RunAsync(
            After("--portal", options) ?? "HelloWork.Blazor/bin/Release/net10.0/publish/HelloWork.Blazor.dll", After("--database", options), int.Parse(After("--runs", options) ?? "5", CultureInfo.InvariantCulture));
    case ["samples", var folder, .. var options]:
        SampleFiles.Write(folder, DateOnly.ParseExact(After("--day", options) ?? SampleFiles.UsualDay, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- import [--records 100000] [--csv]");
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- guard");
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- desk [--items 100000]");
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- audit [--rows 1000000]");
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- search [--documents 100000,1000000] [--peers] [--lucene /usr/share/java]");
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- seekers [--database hellowork.db] [--index-only], filled by the command demo");
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- pages [--at http://localhost:5080]");
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- jobs --database hellowork.db [--searches 2000]");
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- http --database hellowork.db [--portal HelloWork.Blazor.dll] [--clients 16] [--seconds 20]");
        Console.Error.WriteLine("dotnet run -c Release --project HelloWork.Benchmarks -- budgets [--portal HelloWork.Blazor.dll, published] [--database hellowork.db] [--runs 5]");
        Console.Error.WriteLine("dotnet run --project HelloWork.Benchmarks -- samples samples [--day 2026-11-20]");
        return 1;
}

static string? After(string name, string[] options) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;
