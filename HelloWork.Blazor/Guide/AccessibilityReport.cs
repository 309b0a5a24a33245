using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelloWork.Blazor.Guide;

/// <summary>ウェブアクセシビリティの試験結果: what build/looks.sh found when it was last run. The statement's counts and faults come out of it; what it says of narrow windows and of no script is what tests of every run show.</summary>
/// <param name="CheckedOn">Day in Japan.</param>
/// <param name="Keyboard">Procedures done with the keyboard alone.</param>
public sealed record AccessibilityReport(DateOnly CheckedOn, int Keyboard, IReadOnlyList<AccessibilityReport.Part> Roles)
{
    /// <summary>The pages of one role.</summary>
    /// <param name="Role">«visitor» or a role's name.</param>
    /// <param name="Engine">Version of axe-core.</param>
    /// <param name="Looks">In how many looks each page was seen.</param>
    /// <param name="Pages">Their addresses as the portal names them, without records.</param>
    /// <param name="Faults">What was found, in axe's words.</param>
    public sealed record Part(string Role, string Engine, int Looks, IReadOnlyList<string> Pages, IReadOnlyList<string> Faults);

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private static readonly Lazy<AccessibilityReport> Embedded = new(Read);

    public static AccessibilityReport Last => Embedded.Value;

    private static AccessibilityReport Read()
    {
        using var file = typeof(AccessibilityReport).Assembly.GetManifestResourceStream("Guide/accessibility.json") ?? throw new InvalidOperationException("accessibility.json isn't embedded.");
        return JsonSerializer.Deserialize<AccessibilityReport>(file, Format) ?? throw new InvalidOperationException("accessibility.json is empty.");
    }
}
