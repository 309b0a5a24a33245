using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs.Profiles;

namespace HelloWork.Domain.Applications.Documents;

/// <summary>A file fit to be handed to an employer: PDF, JPEG or PNG by its content, whatever it is called; a picture without what a camera adds; under a harmless name.</summary>
public sealed partial record DocumentFile(string Name, DocumentType Type, byte[] Bytes)
{
    public const int MostBytes = 5 * 1024 * 1024;

    public static (DocumentFile? File, DocumentRefusal? Refusal) Read(string? name, byte[] file)
    {
        if (file.Length == 0)
            return (null, DocumentRefusal.Missing);
        if (file.Length > MostBytes)
            return (null, DocumentRefusal.TooLarge);
        if (file.AsSpan().StartsWith("%PDF-"u8))
            return PdfFile.Check(file) is { } bar ? (null, bar) : (new(SafeName(name, ".pdf"), DocumentType.Pdf, file), null);
        var (picture, refusal) = PictureFile.Read(file, MostBytes);
        return picture is null ? (null, refusal is PictureRefusal.TooManyPixels ? DocumentRefusal.TooManyPixels : DocumentRefusal.UnknownType)
            : picture.Type is PictureType.Png ? (new(SafeName(name, ".png"), DocumentType.Png, picture.Bytes), null) : (new(SafeName(name, ".jpg"), DocumentType.Jpeg, picture.Bytes), null);
    }

    /// <summary>Without folders, without what a file system or a header would take amiss, and ending as the content is: «../履歴書.pdf.exe» becomes 履歴書.pdf.pdf.</summary>
    private static string SafeName(string? name, string ending)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var plain = new StringBuilder();
        // Runes, so that a half of a letter is none; format characters turn the order of letters round.
        foreach (var rune in last.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                && rune.Value != Rune.ReplacementChar.Value && !"<>:\"|?*;%".Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal))
                plain.Append(rune);
        var stem = Path.GetFileNameWithoutExtension(plain.ToString().Normalize(NormalizationForm.FormC)).Trim(' ', '.', '　');
        var letters = new StringInfo(stem);
        var longest = ApplicationDocument.LongestName - ending.Length;
        stem = letters.LengthInTextElements > longest ? letters.SubstringByTextElements(0, longest).TrimEnd() : stem;
        return (stem.Length == 0 || !WrittenText.Fits(stem, longest) || Devices().IsMatch(stem) ? "file" : stem) + ending;
    }

    /// <summary>Names that Windows takes for a device, whatever they end in.</summary>
    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])( *\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Devices();
}

/// <summary>Why a file isn't taken.</summary>
public enum DocumentRefusal
{
    /// <summary>None was chosen, or an empty one.</summary>
    Missing = 1,
    /// <summary>Over 5 MB.</summary>
    TooLarge = 2,
    /// <summary>Five are there already.</summary>
    TooMany = 3,
    /// <summary>Over 15 MB with the others.</summary>
    TooLargeInAll = 4,
    /// <summary>Neither PDF nor JPEG nor PNG, or broken.</summary>
    UnknownType = 5,
    TooManyPixels = 6,
    /// <summary>A PDF that would run, open or carry something.</summary>
    ActiveContent = 7,
    /// <summary>A PDF with a password: nobody can look into it.</summary>
    Protected = 8,
    /// <summary>A PDF that can't be looked through.</summary>
    Unreadable = 9,
    /// <summary>The job can't be applied to (any more), or was applied to already.</summary>
    NotOpen = 10,
    /// <summary>Over 60 MB in applications that were begun and not sent.</summary>
    TooMuchUnsent = 11,
}
