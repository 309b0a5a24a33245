using System.Text.RegularExpressions;

namespace HelloWork.Tests.Shell;

public sealed partial class MarkupRulesTests
{
    [Fact]
    public void No_link_within_a_page_is_bare_since_the_base_address_would_lead_it_home() =>
        Assert.Empty(Offences(".razor", BareAnchor()));

    [Fact]
    public void No_markup_carries_a_style_or_a_script_that_the_content_policy_drops() =>
        Assert.Empty(Offences(".razor", Inline()));

    [Fact]
    public void No_style_sheet_but_the_tokens_names_a_colour_by_number_or_shouts() =>
        Assert.DoesNotContain(Offences(".css", Loud()), offence => !offence.StartsWith("tokens.css", StringComparison.Ordinal));

    [Fact]
    public void What_a_page_says_elsewhere_it_says_to_an_outlet_since_the_frameworks_own_have_none() =>
        Assert.Empty(Offences(".razor", Section()));

    private static IEnumerable<string> Offences(string extension, Regex rule) =>
        from file in Sources.Of(extension)
        from line in File.ReadLines(file)
        where rule.IsMatch(line)
        select $"{Path.GetFileName(file)}: {line.Trim()}";

    [GeneratedRegex("""href="#""")] private static partial Regex BareAnchor();

    [GeneratedRegex("""\sstyle="|<style|<script>|\sonclick="|\sonchange="|\sonsubmit=""")] private static partial Regex Inline();

    [GeneratedRegex("<(PageTitle|HeadContent|SectionContent)\\b")] private static partial Regex Section();

    [GeneratedRegex("""!important|:[^;{]*#[0-9a-fA-F]{3,8}\b""")] private static partial Regex Loud();
}
