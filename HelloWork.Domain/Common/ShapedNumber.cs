using System.Text;

namespace HelloWork.Domain.Common;

/// <summary>Official numbers as people type them: any width, any hyphen.</summary>
internal static class ShapedNumber
{
    /// <summary>ASCII digits and hyphens out of whatever width was typed; everything else stays and fails the shape.</summary>
    public static string Plain(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 40)
            return "";
        var plain = new StringBuilder(typed.Length);
        foreach (var c in typed.Trim())
            plain.Append(c switch
            {
                >= '０' and <= '９' => (char)(c - '０' + '0'),
                '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or 'ー' or '－' or 'ｰ' => '-',
                _ => c,
            });
        return plain.ToString();
    }
}
