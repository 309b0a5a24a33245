using System.Reflection;
using System.Text.RegularExpressions;
using HelloWork.Tests.Support;

namespace HelloWork.Tests;

/// <summary>What a newcomer can rely on: who may depend on whom, and that each rule of docs/rules.md has its proof.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>A folder of the domain uses only those to its left. Data is known to all and knows all.</summary>
    private static readonly string[] Neighbours =
    [
        "Common", "ReferenceData", "Search", "Audit", "Privacy", "Notifications", "Accounts", "Desk", "Jobs", "Providers", "Seekers",
        "DirectRequests", "Applications", "Messaging", "Counselling", "Oversight",
    ];

    [GeneratedRegex(@"using HelloWork\.Domain\.(\w+)")] private static partial Regex UsedFolder();
    [GeneratedRegex(@"^- \*\*([A-Z]{2}-\d{2})\*\*", RegexOptions.Multiline)] private static partial Regex RuleId();

    public static TheoryData<string> DomainFolders => new(Neighbours.Where(n => Directory.Exists(Path.Combine(Repository.Root, "HelloWork.Domain", n))));

    [Theory, MemberData(nameof(DomainFolders))]
    public void DomainFolder_UsesOnlyItsLeftNeighbours(string folder)
    {
        var right = Neighbours[(Array.IndexOf(Neighbours, folder) + 1)..];

        var offences = SourcesIn("HelloWork.Domain", folder)
            .SelectMany(file => UsedFolder().Matches(File.ReadAllText(file)).Select(m => (file, used: m.Groups[1].Value)))
            .Where(u => right.Contains(u.used))
            .Select(u => $"{Path.GetFileName(u.file)} uses {u.used}");

        Assert.Empty(offences);
    }

    [Fact]
    public void Domain_HasNoFolderOutsideTheNeighbourOrder()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "HelloWork.Domain")).Select(Path.GetFileName)
            .Except(["bin", "obj", "Data"]);

        Assert.Empty(folders.Except(Neighbours));
    }

    [Fact]
    public void Domain_KnowsNeitherAspNetCoreNorQuartz()
    {
        // Identity's own types (users, hashing, their store) are the one part of ASP.NET Core the accounts stand on.
        var offences = SourcesIn("HelloWork.Domain")
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"using (Microsoft\.AspNetCore\.(?!Identity)|Quartz|Radzen)"));

        Assert.Empty(offences);
    }

    [Fact]
    public void Tests_NeverSleep()
    {
        var offences = SourcesIn("HelloWork.Tests")
            .Where(file => !file.EndsWith("ArchitectureTests.cs", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"Thread\.Sleep|Task\.Delay|WaitForTimeoutAsync"));

        Assert.Empty(offences);
    }

    [Fact]
    public void EveryRule_HasATest_AndEveryTestedRuleIsWrittenDown()
    {
        var rules = RuleId().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md"))).Select(m => m.Groups[1].Value).ToHashSet();
        var proven = ProvenRules().ToHashSet();

        Assert.True(rules.Count >= 66, $"docs/rules.md names {rules.Count} rules.");
        Assert.Empty(rules.Except(proven));
        Assert.Empty(proven.Except(rules));
    }

    /// <summary>Rule ids on tests that really run (a method marked as a test, not skipped).</summary>
    private static IEnumerable<string> ProvenRules() =>
        from type in typeof(ArchitectureTests).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where method.GetCustomAttributes<FactAttribute>().Any(fact => fact.Skip is null)
        from trait in method.GetCustomAttributesData()
        where trait.AttributeType == typeof(TraitAttribute) && (string?)trait.ConstructorArguments[0].Value == "Rule"
        select (string)trait.ConstructorArguments[1].Value!;

    private static IEnumerable<string> SourcesIn(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([Repository.Root, .. folder]), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"));
}
