using System.Text.RegularExpressions;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>The statement's steps and fields: their names, addresses and what is to be mended, in words.</summary>
internal static partial class StatementWords
{
    public const string ReviewPath = "/provision/profile/review";

    public static string PathOf(StatementStep step) => $"/provision/profile/{step.ToString().ToLowerInvariant()}";

    /// <summary>Leads to the field itself.</summary>
    public static string PathOf(StatementStep step, string field) => $"{PathOf(step)}#{Controls.FieldId.From($"Input.{field}")}";

    public static bool TryParse(string? word, out StatementStep step) =>
        Enum.TryParse(word, ignoreCase: true, out step) && Enum.IsDefined(step) && word == step.ToString().ToLowerInvariant();

    /// <summary>経験した主な仕事 2（内容）</summary>
    public static string Field(this IStringLocalizer<ProvisionText> text, string field) => PastWork().Match(field) is { Success: true } past
        ? text[$"Field.PastWork.{past.Groups[2].Value}.Of", int.Parse(past.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + 1]
        : text[$"Field.{field}"];

    /// <summary>希望する仕事は、100字までにしてください</summary>
    public static string Fault(this IStringLocalizer<ProvisionText> text, StatementFault fault) => text[$"Fault.{fault.Kind}", text.Field(fault.Field), fault.Most];

    [GeneratedRegex(@"\APastWork\[(\d+)\]\.(\w+)\z")] private static partial Regex PastWork();
}
