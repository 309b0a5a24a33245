namespace HelloWork.Tests.Support;

/// <summary>Where the sources stand, for tests that read them.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "HelloWork.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
