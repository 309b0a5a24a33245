using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace HelloWork.Tests.Support;

internal static class DiffingResolver
{
    [ModuleInitializer]
    internal static void HandOverDiffing() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "diffing", "AngleSharp.Diffing.dll"))
            : null;
}
