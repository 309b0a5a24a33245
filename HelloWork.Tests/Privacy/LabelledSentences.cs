using System.Globalization;
using System.Text.RegularExpressions;
using HelloWork.Domain.Privacy;

namespace HelloWork.Tests.Privacy;

/// <summary>The sentences of identifying-text.*.tsv with what identifies in them, and how well a guard finds it.</summary>
public sealed partial class LabelledSentences
{
    /// <summary>What a person marked. Group is the label of the file, finer than the guard's kinds (Mobile is a Phone).</summary>
    public readonly record struct Mark(int Start, int End, string Group)
    {
        public IdentifyingKind Kind => Group == "Mobile" ? IdentifyingKind.Phone : Enum.Parse<IdentifyingKind>(Group);

        /// <summary>Same kind, and what both cover is at least half of what either covers.</summary>
        public bool IsFoundBy(Finding finding) =>
            finding.Kind == Kind && 2 * (Math.Min(End, finding.End) - Math.Max(Start, finding.Start)) >= Math.Max(End, finding.End) - Math.Min(Start, finding.Start);
    }

    public sealed record Sentence(string Text, IReadOnlyList<Mark> Marks);

    /// <summary>Of the marks of a group, how many were found; of the findings, how many were marked.</summary>
    public readonly record struct Rate(int Good, int All)
    {
        public double Value => All == 0 ? 1 : (double)Good / All;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Good}/{All} = {Value:0.0%}");
    }

    public IReadOnlyList<Sentence> All { get; }

    private readonly List<(Sentence Sentence, IReadOnlyList<Finding> Findings)> _read;

    public LabelledSentences(string file)
    {
        All = [.. File.ReadLines(file).Where(line => line is not ['#', ..] and not "").Select(Parse)];
        _read = [.. All.Select(sentence => (sentence, IdentifyingText.Find(sentence.Text)))];
    }

    public IEnumerable<string> Groups => All.SelectMany(sentence => sentence.Marks).Select(mark => mark.Group).Distinct();

    public Rate Recall(params string[] groups)
    {
        var marks = _read.SelectMany(read => read.Sentence.Marks.Where(mark => groups.Contains(mark.Group)).Select(mark => read.Findings.Any(mark.IsFoundBy))).ToList();
        return new(marks.Count(found => found), marks.Count);
    }

    public Rate Precision()
    {
        var findings = _read.SelectMany(read => read.Findings.Select(finding => read.Sentence.Marks.Any(mark => mark.IsFoundBy(finding)))).ToList();
        return new(findings.Count(right => right), findings.Count);
    }

    /// <summary>Marks missed and findings nobody marked, for work on the tuning half.</summary>
    public IEnumerable<string> Mistakes() =>
        from read in _read
        let missed = read.Sentence.Marks.Where(mark => !read.Findings.Any(mark.IsFoundBy)).Select(mark => $"missed {mark.Group} «{read.Sentence.Text[mark.Start..mark.End]}»")
        let wrong = read.Findings.Where(finding => !read.Sentence.Marks.Any(mark => mark.IsFoundBy(finding))).Select(finding => $"wrong {finding.Kind} «{read.Sentence.Text.Substring(finding.Start, finding.Length)}»")
        let mistakes = missed.Concat(wrong).ToList()
        where mistakes.Count > 0
        select $"{string.Join("; ", mistakes)} in «{read.Sentence.Text}»";

    private static Sentence Parse(string line)
    {
        var columns = line.Split('\t');
        var typed = Escape().Replace(columns[1], match => match.Value == @"\n" ? "\n" : ((char)Convert.ToInt32(match.Value[2..], 16)).ToString());
        var (text, marks) = ("", new List<Mark>());
        foreach (var part in Part().Matches(typed).Select(match => match.Groups))
        {
            var start = text.Length;
            text += part["plain"].Value + part["marked"].Value;
            if (part["marked"].Success)
                marks.Add(new(start, text.Length, part["group"] is { Success: true } group ? group.Value : columns[0]));
        }
        return new(text, marks);
    }

    [GeneratedRegex(@"\\n|\\u[0-9A-F]{4}")] private static partial Regex Escape();

    [GeneratedRegex(@"⟦((?<group>[A-Za-z]+)\|)?(?<marked>[^⟧]+)⟧|(?<plain>[^⟦]+)")] private static partial Regex Part();
}
