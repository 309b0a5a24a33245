using System.Reflection;
using HelloWork.Domain.Data;

namespace HelloWork.Tests.Access;

/// <summary>
/// Who may do what: each verb of the domain has a row that names whom it takes. A new verb without a row, or one that takes somebody else, fails
/// here (verbs.matrix); that it refuses whoever isn't the one it takes is proved by <c>EveryVerbTests</c>.
/// </summary>
public sealed class VerbsMatrixTests
{
    [Fact]
    public void EveryVerb_HasARow_ThatNamesWhomItTakes() => MatrixFile.AssertSame(MatrixFile.Read("verbs.matrix"), Verbs().Select(v => $"{v.Name}: {Taken(v)}"));

    private static string Taken(Type verb)
    {
        var actors = verb.GetMethods().Where(m => m.Name == "RunAsync").SelectMany(ActorsOf).Distinct().Order(StringComparer.Ordinal).ToList();
        return actors.Count == 0 ? "-" : string.Join(", ", actors);
    }

    private static IEnumerable<Type> Verbs() => typeof(HelloWorkDbContext).Assembly.GetExportedTypes()
        .Where(t => t is { IsClass: true, IsSealed: true, IsAbstract: false } && t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(m => m.Name == "RunAsync"));

    /// <summary>Actors among what a call takes, or in its command; an account's key by its name.</summary>
    internal static IEnumerable<string> ActorsOf(MethodInfo run) => run.GetParameters()
        .SelectMany(p => Named(p.ParameterType, p.Name!).Concat(p.ParameterType.IsClass && !p.ParameterType.Name.EndsWith("Actor", StringComparison.Ordinal) && p.ParameterType.Assembly == typeof(HelloWorkDbContext).Assembly
            ? p.ParameterType.GetConstructors().SelectMany(c => c.GetParameters()).SelectMany(c => Named(c.ParameterType, c.Name!)) : []));

    private static IEnumerable<string> Named(Type type, string name) =>
        type.Name.EndsWith("Actor", StringComparison.Ordinal) ? [type.Name] : type == typeof(Guid) && name.Equals("account", StringComparison.OrdinalIgnoreCase) ? ["Account"] : [];
}
