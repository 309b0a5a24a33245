using System.Globalization;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Tests.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Controls;

public sealed class SharedPartsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddPortalControls().BuildServiceProvider();
    private int _rendered;

    private SharedParts Shared => _services.GetRequiredService<SharedParts>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_part_is_rendered_once_for_each_key_and_language()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            Assert.Equal("<p>13</p>", Of("13"));
            Assert.Equal("<p>13</p>", Of(string.Concat("1", "3")));
            Assert.Equal(1, _rendered);
            Assert.Equal("<p>27</p>", Of("27"));
            Assert.Equal(2, _rendered);
            CultureInfo.CurrentUICulture = Language.English.Texts();
            Assert.Equal("<p>13</p>", Of("13"));
            Assert.Equal(3, _rendered);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Whoever_chooses_the_keys_never_fills_the_memory()
    {
        for (var key = 0; key < 2_001; key++)
            Of(key.ToString(CultureInfo.InvariantCulture));
        Of("0");
        Assert.Equal(2_002, _rendered);
        Of("0");
        Assert.Equal(2_002, _rendered);
    }

    [Fact]
    public void A_text_is_encoded_as_in_every_page() => Assert.Equal("<p>&lt;b&gt;</p>", Of("<b>"));

    [Fact]
    public void A_part_knows_no_visitor_and_no_address_and_doesnt_wait()
    {
        using var page = new Bunit.BunitContext();
        var visitor = new Microsoft.AspNetCore.Http.DefaultHttpContext { TraceIdentifier = "visitor" };
        var shown = page.Render<Microsoft.AspNetCore.Components.CascadingValue<Microsoft.AspNetCore.Http.HttpContext>>(around => around
            .Add(value => value.Value, visitor)
            .AddChildContent(builder => Put<Visitor>(builder))
            .AddChildContent(builder => builder.AddContent(0, Shared.Of("visitor", null, inside => Put<Visitor>(inside)))));

        Assert.Equal("<i>visitor</i><i></i>", shown.Markup);
        Assert.Contains("waiting", Assert.Throws<InvalidOperationException>(() => Shared.Of("waiting", null, builder => Put<Waiting>(builder))).Message);
        Assert.Throws<InvalidOperationException>(() => Shared.Of("address", null, builder => Put<LanguageSwitch>(builder)));
    }

    /// <summary>What is shared may hold nothing of a person: whoever adds a part says here that it doesn't.</summary>
    [Fact]
    public void Only_these_parts_are_shared()
    {
        var uses = Sources.Of(".razor").SelectMany(file => File.ReadAllText(file).Split("Shared.Of(").Skip(1)).Select(use => use[1..use.IndexOf('"', 1)]);
        Assert.Equal(["filter-unit", "filter-wage", "footer", "header", "nav", "search-occ", "search-pref", "search-sort"], uses.Order(StringComparer.Ordinal));
    }

    private string Of(string key) => Shared.Of("part", key, builder =>
    {
        _rendered++;
        builder.OpenElement(0, "p");
        builder.AddContent(1, key);
        builder.CloseElement();
    }).Value;

    private static void Put<T>(RenderTreeBuilder builder) where T : IComponent
    {
        builder.OpenComponent<T>(0);
        builder.CloseComponent();
    }

    private sealed class Visitor : ComponentBase
    {
        [CascadingParameter] private Microsoft.AspNetCore.Http.HttpContext? Http { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, $"<i>{Http?.TraceIdentifier}</i>");
    }

    private sealed class Waiting : ComponentBase
    {
        protected override Task OnInitializedAsync() => new TaskCompletionSource().Task;
    }
}
