using System.Data.Common;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands;

/// <summary>
/// <c>verify FILE</c>: whether the evidence of a conversation is as it was exported. Exit code 0: its chain fits, and this portal's audit trail knows
/// its head; 2: it fits, but this portal never exported it (or there is no portal's database here); 1: it doesn't fit or is no such file.
/// </summary>
public static class VerifyCommand
{
    public static Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct) => RunAsync(services, args, Console.Out, Console.Error, ct);

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var text = services.GetRequiredService<IStringLocalizer<CommandsText>>();
        if (args is not [var file])
        {
            error.WriteLine(text["Verify.Usage"]);
            return 1;
        }
        if (!File.Exists(file))
        {
            error.WriteLine(text["Verify.NotFound", file]);
            return 1;
        }
        await using var stream = File.OpenRead(file);
        if (await ConversationEvidence.ReadAsync(stream, ct) is not { } evidence)
        {
            error.WriteLine(text["Verify.NoEvidence", file]);
            return 1;
        }
        var faults = evidence.Faults();
        foreach (var fault in faults)
            error.WriteLine(text[$"Verify.{fault.Kind}", fault.Number]);
        if (faults.Count > 0)
        {
            error.WriteLine(text["Verify.Broken"]);
            return 1;
        }
        output.WriteLine(text["Verify.Fits", evidence.Messages.Count, evidence.Head]);
        return await TellRecordAsync(services.GetRequiredService<FindEvidence>(), evidence, text, output, ct) ? 0 : 2;
    }

    private static async Task<bool> TellRecordAsync(FindEvidence find, ConversationEvidence evidence, IStringLocalizer text, TextWriter output, CancellationToken ct)
    {
        try
        {
            var exports = await find.RunAsync(new(evidence.Conversation, evidence.Head), ct);
            output.WriteLine(exports.Count > 0 ? text["Verify.Recorded", Jst.ToJapan(exports[0])] : text["Verify.NotRecorded"]);
            return exports.Count > 0;
        }
        catch (DbException)
        {
            output.WriteLine(text["Verify.NoDatabase"]);
            return false;
        }
    }
}
