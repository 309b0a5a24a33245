using System.Reflection;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("HelloWork.Tests.Support.LongestFirst", "HelloWork.Tests")]

namespace HelloWork.Tests.Support;

/// <summary>What takes minutes begins at once, so that no core waits for it in the end: browsers, then other processes and races, then all else.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["Browser", "Slow"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(PlaceOf).ThenBy(c => c.DisplayName, StringComparer.Ordinal);

    /// <summary>A class without a collection of its own lends it its name: «Test collection for HelloWork.Tests.…».</summary>
    private static int PlaceOf(ITestCollection collection)
    {
        MemberInfo[] members = Type.GetType(collection.DisplayName.Split(' ')[^1]) is { } type ? [type, .. type.GetMethods()] : [];
        return members.SelectMany(m => m.GetCustomAttributesData()).Where(a => a.AttributeType == typeof(TraitAttribute)).Select(a => a.ConstructorArguments)
            .Where(t => t[0].Value is "Category").Select(t => Array.IndexOf(Long, t[1].Value)).Where(place => place >= 0).DefaultIfEmpty(Long.Length).Min();
    }
}
