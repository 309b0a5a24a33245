using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Controls;

/// <summary>Where a page says something outside its own place.</summary>
public enum PagePlace
{
    /// <summary>The title of the document.</summary>
    Title,
    /// <summary>More of the head: a style sheet, a feed, what search engines read.</summary>
    Head,
    /// <summary>The way from the top page.</summary>
    Crumbs,
}

/// <summary>
/// What the page of this request says outside its own place. The framework's sections do it with three components and five updates for each
/// place: of what was rendered for a search, nearly half.
/// </summary>
public sealed class PagePlaces
{
    private readonly RenderHandle?[] _outlets = new RenderHandle?[Enum.GetValues<PagePlace>().Length];

    /// <summary>Shows it there instead of what was said before. Where the layout has no such place nothing is shown.</summary>
    public void Say(PagePlace place, RenderFragment content) => _outlets[(int)place]?.Render(content);

    /// <param name="title">As text; whole, with the portal's name.</param>
    public void SayTitle(string title) => Say(PagePlace.Title, builder => builder.AddMarkupContent(0, $"<title>{Markup.Encoded(title)}</title>"));

    internal void Open(PagePlace place, RenderHandle outlet) => _outlets[(int)place] = outlet;
}

/// <summary>Shows what the page says for one place (<see cref="PagePlaces.Say"/>). Stands before the page, and is rendered when it is said.</summary>
public sealed class Outlet(PagePlaces places) : IComponent
{
    private RenderHandle _handle;

    [Parameter, EditorRequired] public PagePlace Of { get; set; }

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        places.Open(Of, _handle);
        return Task.CompletedTask;
    }
}
