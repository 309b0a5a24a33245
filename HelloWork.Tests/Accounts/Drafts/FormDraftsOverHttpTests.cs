using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Tests.Access;

namespace HelloWork.Tests.Accounts.Drafts;

/// <summary>
/// Each page with a form of <see cref="FormDraft"/>s that the full portal shows: what was typed stands in it on the next visit, and goes when it
/// is thrown away. A time to move, a violation to end and an office to check it doesn't have.
/// </summary>
public sealed partial class FormDraftsOverHttpTests(FullPortal fixture) : IClassFixture<FullPortal>
{
    private const string Typed = "書きかけの文章を、次に開いたときに見ます。";

    [Theory]
    [InlineData(RoleNames.Seeker, DraftForm.ProviderReport)]
    [InlineData(RoleNames.Employer, DraftForm.InterviewOffer, DraftForm.ApplicationStep, DraftForm.Inquiry, DraftForm.ReferralOutcome)]
    [InlineData(RoleNames.Provider, DraftForm.GuidanceTemplate)]
    [InlineData(RoleNames.Counselor, DraftForm.OfficeOrder, DraftForm.ReturnSlip)]
    [InlineData(RoleNames.BureauOfficer, DraftForm.BureauOrder, DraftForm.Admission)]
    public async Task EachForm_ShowsWhatWasTyped_SaysSo_AndCanThrowItAway(string role, params DraftForm[] expected)
    {
        var visitor = await fixture.Pages.AsAsync(role, foreign: false);
        var seen = new HashSet<DraftForm>();
        foreach (var (address, _) in fixture.PagesOf(role))
        {
            using var answer = await visitor.GetAsync(address);
            if (answer.StatusCode is not HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await answer.Content.ReadAsStringAsync();
            foreach (Match form in KeptForm().Matches(page))
            {
                var url = form.Groups["url"].Value;
                if (!seen.Add(Enum.Parse<DraftForm>(url.Split('/')[2])))
                    continue;
                var texts = Text().Matches(form.Groups["fields"].Value).Select(m => m.Groups[1].Value).ToList();
                Assert.NotEmpty(texts);
                Assert.DoesNotContain("下書きが残っています", page);

                using var saved = await visitor.PostAsync(url, Fields(page, [.. texts.Select(name => (name, Typed))]));
                Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
                var again = await visitor.GetStringAsync(address);
                Assert.Equal(texts.Count, Regex.Count(again, $"{Typed}</textarea>"));
                Assert.Contains("下書きが残っています", again);

                using var thrown = await visitor.PostAsync($"{url}/discard", Fields(page, ("back", address)));
                Assert.Equal((HttpStatusCode.Redirect, address), (thrown.StatusCode, thrown.Headers.Location!.OriginalString));
                Assert.DoesNotContain(Typed, await visitor.GetStringAsync(address));
            }
        }

        Assert.Equal(expected.Order(), seen.Order());
    }

    [Fact]
    public async Task ADraft_OfAnotherRolesForm_OrOfNone_IsRefused()
    {
        using var seeker = await fixture.Pages.Host.SignedInAsync("seeker03");
        var page = await seeker.GetStringAsync("/account");

        Assert.Equal(HttpStatusCode.NotFound, (await seeker.PostAsync("/drafts/7/a", Fields(page, ("Input.Text", Typed)))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await seeker.PostAsync($"/drafts/{DraftForm.ProviderReport}/a", Fields(page, ("Input.Situation", new string('あ', FormDraft.Room))))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await seeker.PostAsync($"/drafts/{DraftForm.ProviderReport}/a", new FormUrlEncodedContent([new("Input.Situation", Typed)]))).StatusCode);
        // Such a form has never been theirs to open: whoever acts like this is signed out.
        using var refused = await seeker.PostAsync($"/drafts/{DraftForm.BureauOrder}/a", Fields(page, ("Input.Text", Typed)));
        Assert.Contains("/account/login", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Fields(string page, params (string Name, string Value)[] fields) =>
        new(fields.Append(("__RequestVerificationToken", Token().Match(page).Groups[1].Value)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));

    [GeneratedRegex("""<form[^>]*data-draft-url="(?<url>/drafts/[^"]+)"[^>]*>(?<fields>.*?)</form>""", RegexOptions.Singleline)] private static partial Regex KeptForm();
    [GeneratedRegex("""<textarea[^>]*\bname="([^"]+)""")] private static partial Regex Text();
    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")] private static partial Regex Token();
}
