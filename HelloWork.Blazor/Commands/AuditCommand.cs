using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands;

/// <summary>
/// <c>audit seal</c> seals what has come since; <c>audit verify</c> says whether the trail is whole. Exit code 0: it is; 1: it isn't, and the first
/// rows and batches that don't fit are named.
/// </summary>
public static class AuditCommand
{
    public static Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct) => RunAsync(services, args, Console.Out, Console.Error, ct);

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var text = services.GetRequiredService<IStringLocalizer<CommandsText>>();
        switch (args)
        {
            case ["seal"]:
                var sealing = await services.GetRequiredService<SealAudit>().RunAsync(ct);
                output.WriteLine(text["Audit.Sealed", sealing.Seals]);
                Tell(output, text, sealing.Head);
                return 0;
            case ["verify"]:
                return await VerifyAsync(services.GetRequiredService<VerifyAudit>(), text, output, error, ct);
            default:
                error.WriteLine(text["Audit.Usage"]);
                return 1;
        }
    }

    private static async Task<int> VerifyAsync(VerifyAudit verify, IStringLocalizer text, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var verdict = await verify.RunAsync(new Lines(error, text), ct);
        output.WriteLine(text["Audit.Checked", verdict.Rows, verdict.Seals, verdict.Unsealed]);
        if (verdict.LateRows > 0)
            output.WriteLine(text["Audit.Late", verdict.LateRows]);
        Tell(output, text, verdict.Head);
        foreach (var problem in verdict.Problems)
            error.WriteLine(text[$"Audit.Problem.{problem.Kind}", problem.Id, problem.First, problem.Last]);
        (verdict.Problems.Count == 0 ? output : error).WriteLine(text[verdict.Problems.Count == 0 ? "Audit.Whole" : "Audit.Broken"]);
        return verdict.Problems.Count == 0 ? 0 : 1;
    }

    private static void Tell(TextWriter output, IStringLocalizer text, AuditHead? head) =>
        output.WriteLine(head is null ? text["Audit.NoHead"] : text["Audit.Head", head.Number, Jst.ToJapan(head.SealedAt), head.TotalRows, head.Hash]);

    /// <summary>A line for every hundred thousand rows.</summary>
    private sealed class Lines(TextWriter error, IStringLocalizer text) : IProgress<long>
    {
        private long _told;

        public void Report(long value)
        {
            if (value - _told < 100_000)
                return;
            _told = value;
            error.WriteLine(text["Audit.Progress", value]);
        }
    }
}
