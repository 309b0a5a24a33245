using System.Runtime.CompilerServices;

namespace HelloWork.Tests.Shell;

/// <summary>The source files, for rules that the compiler doesn't know.</summary>
internal static class Sources
{
    internal static string Folder(string name) => Path.Combine(Root(), name);

    /// <summary>Files of the portal's own making, by extension.</summary>
    internal static IEnumerable<string> Of(string extension) =>
        Directory.EnumerateFiles(Folder("HelloWork.Blazor"), $"*{extension}", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
