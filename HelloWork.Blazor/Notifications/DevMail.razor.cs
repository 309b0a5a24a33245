using System.Globalization;
using System.Text.RegularExpressions;
using HelloWork.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Notifications;

/// <summary>The mails of Development, newest first, and one of them.</summary>
public sealed partial class DevMail(MailFolder folder, IHostEnvironment environment, NavigationManager navigation) : ComponentBase
{
    private const int MostShown = 100;

    [Parameter] public string? Name { get; set; }

    private IReadOnlyList<FiledMail> Letters { get; set; } = [];
    private FiledMail? Letter { get; set; }

    protected override void OnParametersSet()
    {
        if (!environment.IsDevelopment())
            navigation.NotFound();
        else if (Name is null)
            Letters = folder.Newest(MostShown);
        else if ((Letter = folder.Find(Name)) is null)
            navigation.NotFound();
    }

    private static string InJapan(DateTime utc) => Jst.ToJapan(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Text, bool Link)> Pieces(string paragraph) =>
        Address().Split(paragraph).Where(piece => piece.Length > 0).Select(piece => (piece, Address().IsMatch(piece)));

    [GeneratedRegex(@"(https?://[^\s]+)")] private static partial Regex Address();
}
