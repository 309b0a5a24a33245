using HelloWork.Domain.Messaging;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Blazor.Messaging;

/// <summary>The addresses of guidance: its template, its composer for one or several, and what became of it.</summary>
public static class GuidanceAddress
{
    public const string Template = "/provider/guidance";
    public const string Compose = "/provider/guidance/new";
    public const string Confirm = "/provider/guidance/new/confirm";
    public const string SentPath = "/provider/guidance/sent";

    public static string To(params IEnumerable<AliasNumber> seekers) => $"{Compose}?{Listed("to", seekers)}";

    /// <summary>The composer of what was begun for these; none: for nobody in particular.</summary>
    public static string ComposeOf(IReadOnlyCollection<AliasNumber> asked) => asked.Count == 0 ? Compose : To(asked);

    public static string ConfirmOf(IReadOnlyCollection<AliasNumber> asked) => asked.Count == 0 ? Confirm : $"{Confirm}?{Listed("to", asked)}";

    /// <summary>The results are read again from what was really sent; the address only says whom they are about, and who had been written to before.</summary>
    public static string Sent(IReadOnlyList<Delivery> deliveries) =>
        string.Join('&', new[] { $"{SentPath}?{Listed("to", deliveries.Select(d => d.Number))}", Listed("before", deliveries.Where(d => d.Bar is DeliveryBar.AlreadyWritten).Select(d => d.Number)) }.Where(part => part.Length > 0));

    /// <summary>The numbers of an address or a form; what isn't one is passed over.</summary>
    public static IReadOnlyList<AliasNumber> Read(IEnumerable<string?>? words) =>
        [.. (words ?? []).Select(word => AliasNumber.TryParse(word, out var number) ? number : (AliasNumber?)null).OfType<AliasNumber>().Distinct()];

    private static string Listed(string name, IEnumerable<AliasNumber> seekers) => string.Join('&', seekers.Select(s => $"{name}={s}"));
}
