using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Messaging;

/// <summary>
/// やりとりの控え (OV-04): a whole conversation as evidence, every message with its times and a hash that hangs on the one before. The same
/// conversation has the same head whenever and by whomever it is exported; the head stands in the audit trail.
/// </summary>
public sealed record ConversationEvidence
{
    public const string CurrentFormat = "hellowork-evidence-1";

    public required string Format { get; init; }
    public required Guid Conversation { get; init; }
    public required EvidenceProvider Provider { get; init; }
    /// <summary>提供番号: by which the provider knows the seeker. No name stands in the file.</summary>
    public required string SeekerNumber { get; init; }
    public required EvidenceMoment StartedAt { get; init; }
    /// <summary>求職申込みの希望</summary>
    public EvidenceMoment? WishedAt { get; init; }
    /// <summary>Not part of the chain.</summary>
    public required EvidenceMoment ExportedAt { get; init; }
    public required IReadOnlyList<EvidenceMessage> Messages { get; init; }
    /// <summary>Hash of the last message: stands for the whole.</summary>
    public required string Head { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // What nobody hashed must not stand in it either.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, RespectNullableAnnotations = true,
        PropertyNameCaseInsensitive = false, NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <returns>Null: it is no such file.</returns>
    public static async Task<ConversationEvidence?> ReadAsync(Stream file, CancellationToken ct)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<ConversationEvidence>(file, Json, ct) is { Format: CurrentFormat } evidence && evidence.Messages.All(m => m is not null) ? evidence : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same with every hash as the content demands it.</summary>
    public ConversationEvidence Chained()
    {
        using var hash = new ChainHash();
        var former = hash.Add(Format).Add(Conversation.ToString()).Add(Provider.Name).Add(Provider.Licence).Add(Provider.Kind).Add(SeekerNumber)
            .Add(StartedAt.Utc.Ticks).Add(WishedAt?.Utc.Ticks ?? -1).Add(Messages.Count).Finish();
        var chained = new List<EvidenceMessage>();
        foreach (var message in Messages)
        {
            former = message.Hashed(hash.Add(former));
            chained.Add(message with { Hash = former });
        }
        return this with { Messages = chained, Head = former };
    }

    /// <summary>What doesn't fit, in the order of the file; none: it is as it was exported.</summary>
    public IReadOnlyList<EvidenceFault> Faults()
    {
        var faults = new List<EvidenceFault>();
        if (!StartedAt.Agrees || WishedAt is { Agrees: false } || !ExportedAt.Agrees)
            faults.Add(new(EvidenceFaultKind.TimesDisagree, 0));
        // Each hash hangs on the one that stands before it in the file, so that only the place that was touched is named.
        var right = Chained();
        using var hash = new ChainHash();
        for (var i = 0; i < Messages.Count; i++)
        {
            var message = Messages[i];
            var demanded = i == 0 ? right.Messages[0].Hash : message.Hashed(hash.Add(Messages[i - 1].Hash));
            if (message.Number != i + 1)
                faults.Add(new(EvidenceFaultKind.OutOfOrder, i + 1));
            else if (!message.SentAt.Agrees || message.ReadAt is { Agrees: false })
                faults.Add(new(EvidenceFaultKind.TimesDisagree, message.Number));
            else if (message.Disclosures is { ApplicationProcedure: { } procedure } disclosures && EvidenceDisclosures.HashOf(procedure) != disclosures.ApplicationProcedureHash)
                faults.Add(new(EvidenceFaultKind.MessageChanged, message.Number));
            else if (message.Hash != demanded)
                faults.Add(new(i == 0 ? EvidenceFaultKind.BeginningChanged : EvidenceFaultKind.MessageChanged, message.Number));
        }
        if (Messages.Count == 0 || Head != Messages[^1].Hash)
            faults.Add(new(EvidenceFaultKind.HeadDiffers, 0));
        return faults;
    }
}

/// <summary>The provider as it was called when exported.</summary>
public sealed record EvidenceProvider(string Name, string Licence, string Kind);

/// <summary>One instant in both times.</summary>
public sealed record EvidenceMoment(DateTime Utc, DateTimeOffset Japan)
{
    public static EvidenceMoment Of(DateTime utc) => new(utc, new DateTimeOffset(Jst.ToJapan(utc), TimeSpan.FromHours(9)));

    public static EvidenceMoment? Of(DateTime? utc) => utc is { } instant ? Of(instant) : null;

    [JsonIgnore] public bool Agrees => Utc.Kind is DateTimeKind.Utc && Japan.Offset == TimeSpan.FromHours(9) && Japan.UtcDateTime == Utc;
}

/// <param name="Number">1, 2, 3 … within the conversation.</param>
/// <param name="Message">Key of the message in the portal.</param>
public sealed record EvidenceMessage(int Number, Guid Message, MessageKind Kind, bool FromSeeker, string Subject, string Body, EvidenceDisclosures? Disclosures, EvidenceMoment SentAt, EvidenceMoment? ReadAt, string Hash)
{
    internal string Hashed(ChainHash hash)
    {
        hash.Add(Number).Add(Message.ToString()).Add(Kind.ToString()).Add(FromSeeker ? 1 : 0).Add(Subject).Add(Body).Add(SentAt.Utc.Ticks).Add(ReadAt?.Utc.Ticks ?? -1);
        if (Disclosures is { } d)
            hash.Add(d.PlacementRecord).Add(d.JobsHandled).Add(d.Fee?.ToString()).Add(d.FeeDetails).Add(d.PersonalDataOfficer).Add(d.ComplaintsOfficer).Add(d.ApplicationProcedureHash);
        return hash.Finish();
    }
}

/// <summary>What the guidance message disclosed (MS-02).</summary>
/// <param name="ApplicationProcedure">Null: the seeker hasn't asked for it yet (MS-07). Its hash stands for it, so that the head is the same with and without.</param>
public sealed record EvidenceDisclosures(string PlacementRecord, string JobsHandled, FeeKind? Fee, string FeeDetails, string PersonalDataOfficer, string ComplaintsOfficer, string? ApplicationProcedure, string ApplicationProcedureHash)
{
    public static EvidenceDisclosures Of(Disclosures d, bool withProcedure) =>
        new(d.PlacementRecord, d.JobsHandled, d.Fee, d.FeeDetails, d.PersonalDataOfficer, d.ComplaintsOfficer, withProcedure ? d.ApplicationProcedure : null, HashOf(d.ApplicationProcedure));

    internal static string HashOf(string procedure)
    {
        using var hash = new ChainHash();
        return hash.Add(procedure).Finish();
    }
}

/// <param name="Number">Of the message; 0: the file as a whole.</param>
public sealed record EvidenceFault(EvidenceFaultKind Kind, int Number);

public enum EvidenceFaultKind
{
    /// <summary>メッセージ、または前とのつながりが書き換えられている</summary>
    MessageChanged = 1,
    /// <summary>最初のメッセージか、団体・番号・件数などの見出しが書き換えられている</summary>
    BeginningChanged = 2,
    /// <summary>番号が続いていない</summary>
    OutOfOrder = 3,
    /// <summary>日本時間と UTC が合わない</summary>
    TimesDisagree = 4,
    /// <summary>先頭のハッシュが最後のメッセージと合わない</summary>
    HeadDiffers = 5,
}

/// <summary>控えの形. Stored in the trail by name.</summary>
public enum EvidenceForm
{
    /// <summary>印刷用のページ</summary>
    Print = 1,
    /// <summary>機械で読めるデータ</summary>
    File = 2,
    /// <summary>PDF</summary>
    Pdf = 3,
}
