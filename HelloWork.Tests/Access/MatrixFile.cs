using HelloWork.Tests.Support;

namespace HelloWork.Tests.Access;

/// <summary>A matrix as a file beside the tests, one row a line; what stands behind # is a remark.</summary>
internal static class MatrixFile
{
    public static IReadOnlyList<string> Read(string name) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "HelloWork.Tests", "Access", name)).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)];

    public static void AssertSame(IEnumerable<string> rows, IEnumerable<string> there)
    {
        var (written, found) = (rows.ToList(), there.ToHashSet());
        var wrong = found.Except(written).Order(StringComparer.Ordinal).Select(f => $"no row for   {f}")
            .Concat(written.Except(found).Order(StringComparer.Ordinal).Select(r => $"nothing for  {r}"))
            .Concat(written.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => $"twice        {g.Key}")).ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
