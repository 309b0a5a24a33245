using System.Collections.Immutable;

namespace HelloWork.Blazor.Commands.Demo.Words;

/// <summary>Lines of which some fit only certain titles: 「納車」 goes with a car mechanic, not with one for machines.</summary>
/// <typeparam name="T">What a line says.</typeparam>
public sealed class TaggedLines<T>
{
    private readonly ImmutableArray<(T Value, ImmutableArray<string> Tags)> _lines;

    internal TaggedLines(IEnumerable<string> lines, Func<string, T> read) =>
        _lines = [.. lines.Select(line => Split(line)).Select(parts => (read(parts.Text), parts.Tags))];

    /// <summary>Every line, whatever it fits.</summary>
    public IEnumerable<T> All => _lines.Select(line => line.Value);

    /// <summary>The lines that fit this title: those without a tag and those that share one with it.</summary>
    public ImmutableArray<T> For(OccupationTitle title) =>
        [.. _lines.Where(line => line.Tags.IsEmpty || line.Tags.Any(title.Tags.Contains)).Select(line => line.Value)];

    // "納車。 @車 @建機": the tags stand at the end.
    internal static (string Text, ImmutableArray<string> Tags) Split(string line)
    {
        var parts = line.Split(" @");
        return (parts[0], [.. parts.Skip(1)]);
    }
}
