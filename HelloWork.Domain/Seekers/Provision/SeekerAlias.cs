using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// 提供番号, for instance <c>T-4821-0937</c>: how one provider names one profile. Drawn at random for each provider, so that two providers'
/// lists can't be joined, and neither with the employers' public numbers.
/// </summary>
public readonly partial record struct AliasNumber(string Value)
{
    [GeneratedRegex(@"\AT-[0-9]{4}-[0-9]{4}\z")] private static partial Regex Shape();

    public static AliasNumber Draw()
    {
        var serial = RandomNumberGenerator.GetInt32(100_000_000);
        return new($"T-{serial / 10_000:0000}-{serial % 10_000:0000}");
    }

    public static bool TryParse([NotNullWhen(true)] string? typed, out AliasNumber number)
    {
        var text = ShapedNumber.Plain(typed).ToUpperInvariant().Replace('Ｔ', 'T');
        number = new AliasNumber(text);
        return Shape().IsMatch(text);
    }

    public override string ToString() => Value;
}

/// <summary>ひとつの利用団体にとっての求職者の番号: given when the provider first comes across the profile, kept from then on.</summary>
public sealed class SeekerAlias
{
    private SeekerAlias() { }

    public SeekerAlias(ProviderId provider, SeekerId seeker, AliasNumber number)
    {
        ProviderId = provider;
        SeekerId = seeker;
        Number = number;
    }

    public ProviderId ProviderId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public AliasNumber Number { get; private set; }

    /// <summary>The number the provider knew leads nowhere from now on (PR-03).</summary>
    public void DrawAnew() => Number = AliasNumber.Draw();
}

internal static class SeekerAliases
{
    /// <summary>The provider's numbers of these seekers; new ones are drawn in the transaction at hand. A number drawn twice collides on its key and the write runs again.</summary>
    public static async Task<Dictionary<SeekerId, AliasNumber>> AliasesAsync(this HelloWorkDbContext db, ProviderId provider, IReadOnlyCollection<SeekerId> seekers, CancellationToken ct)
    {
        var known = await db.SeekerAliases.Where(a => a.ProviderId == provider && seekers.Contains(a.SeekerId)).ToDictionaryAsync(a => a.SeekerId, a => a.Number, ct);
        foreach (var seeker in seekers.Where(s => !known.ContainsKey(s)))
        {
            var alias = new SeekerAlias(provider, seeker, AliasNumber.Draw());
            db.SeekerAliases.Add(alias);
            known.Add(seeker, alias.Number);
        }
        return known;
    }
}
