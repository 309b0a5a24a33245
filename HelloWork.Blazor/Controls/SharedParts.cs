using System.Collections.Concurrent;
using System.Reflection.Metadata;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HelloWork.Blazor.Controls;

/// <summary>
/// Parts of pages that everybody gets alike: rendered once in each language, and written as they are from then on. Each component of a page costs it
/// some microseconds, and a search has few that know who searches, or for what.
/// </summary>
/// <remarks>A part is rendered apart from the page, in a scope of its own: it gets no cascading value, and a service that needs the visitor or the address fails in it.</remarks>
public sealed class SharedParts(IServiceScopeFactory scopes)
{
    /// <summary>Some 3 KB each at most. When so many are known all go, and are rendered once more.</summary>
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<(string Part, object? By, Language), MarkupString> _known = new();
    private int _count;

    /// <param name="part">Its name among all of them.</param>
    /// <param name="by">All it depends on besides the language, equal by value; null: nothing.</param>
    /// <exception cref="InvalidOperationException">The part has to wait for something, so it isn't the same for everybody.</exception>
    public MarkupString Of(string part, object? by, RenderFragment content)
    {
        var key = (part, by, LanguageTags.Current);
        if (_known.TryGetValue(key, out var known))
            return known;
        var made = Render(part, content);
        // While sources are changed under dotnet watch, they are to be seen.
        if (MetadataUpdater.IsSupported)
            return made;
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            _count = 1;
        }
        return _known[key] = made;
    }

    private MarkupString Render(string part, RenderFragment content)
    {
        using var scope = scopes.CreateScope();
        using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Content.ChildContent)] = content });
        var rendering = renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Content>(parameters)).ToHtmlString());
        return rendering.IsCompleted ? new(rendering.GetAwaiter().GetResult()) : throw new InvalidOperationException($"The part {part} waits for something: what everybody shares is there at once.");
    }

    private sealed class Content : ComponentBase
    {
        [Parameter] public RenderFragment? ChildContent { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
    }
}
