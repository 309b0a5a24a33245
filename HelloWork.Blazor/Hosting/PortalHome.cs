namespace HelloWork.Blazor.Hosting;

/// <summary>Where the running portal keeps its own files (database, mail folder), whatever folder it was called from.</summary>
public static class PortalHome
{
    /// <summary>The project's folder when run from the sources, otherwise the folder of the program.</summary>
    public static string Folder { get; } = FindProject(AppContext.BaseDirectory) ?? AppContext.BaseDirectory;

    private static string? FindProject(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (folder.Name is "publish")
                return null;
            if (File.Exists(Path.Combine(folder.FullName, "HelloWork.Blazor.csproj")))
                return folder.FullName;
        }
        return null;
    }
}
