using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace HelloWork.Blazor.Shell;

/// <summary>
/// The page of an address in its layout. Who may see it was asked before anything of it is rendered (<c>UseAuthorization</c>), so it isn't asked
/// once more, and the layout of a type is looked up once: the framework's own view does both for each request, with three components.
/// </summary>
public sealed class RoutedPage : IComponent
{
    private static readonly ConcurrentDictionary<Type, Type> Layouts = new();

    private RenderHandle _handle;

    [Parameter, EditorRequired] public RouteData RouteData { get; set; } = null!;

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        _handle.Render(Layout);
        return Task.CompletedTask;
    }

    private void Layout(RenderTreeBuilder builder)
    {
        builder.OpenComponent(0, Layouts.GetOrAdd(RouteData.PageType, page => page.GetCustomAttribute<LayoutAttribute>()?.LayoutType ?? typeof(MainLayout)));
        builder.AddComponentParameter(1, nameof(LayoutComponentBase.Body), (RenderFragment)Page);
        builder.CloseComponent();
    }

    private void Page(RenderTreeBuilder builder)
    {
        builder.OpenComponent(0, RouteData.PageType);
        foreach (var (name, value) in RouteData.RouteValues)
            builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    }
}
