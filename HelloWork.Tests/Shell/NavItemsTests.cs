using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Shell;

public sealed class NavItemsTests
{
    public static TheoryData<string?> Roles => new() { null, "seeker", "employer", "provider", "counselor", "bureau" };

    [Theory, MemberData(nameof(Roles))]
    public void Every_entry_has_a_text(string? role)
    {
        var texts = new ServiceCollection().AddLogging().AddPortalTexts().BuildServiceProvider().GetRequiredService<IStringLocalizer<ShellText>>();

        Assert.All(NavItems.For(role), item => Assert.False(texts[item.TextKey].ResourceNotFound, item.TextKey));
        if (role is not null) Assert.False(texts[$"Role.{role}"].ResourceNotFound);
    }

    [Theory]
    [InlineData("/seeker", "/seeker")]
    [InlineData("/seeker/requests/5", "/seeker/requests")]
    [InlineData("/jobs/13010-1", "/jobs")]
    [InlineData("/provision/conditions", "/provision")]
    [InlineData("/provision/messages/1", "/provision/messages")]
    public void The_entry_above_a_page_is_marked(string path, string marked) =>
        Assert.Equal(marked, Assert.Single(NavItems.For("seeker"), item => item.Covers(path)).Href);

    [Theory]
    [InlineData("/seeker/nothing")]
    [InlineData("/jobsearch")]
    public void No_entry_is_marked_on_a_page_that_has_none(string path) =>
        Assert.DoesNotContain(NavItems.For("seeker"), item => item.Covers(path));
}
