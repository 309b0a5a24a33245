using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Shell;

public sealed partial class Frame(NavigationManager navigation) : ComponentBase
{
    // With <base href="/"> a bare "#main" would lead to the home page.
    private string here = "";

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    // An error page is rendered under its own address, but the browser still shows the one that was asked for.
    protected override void OnInitialized() => here = Http?.AskedFor() ?? new Uri(navigation.Uri).PathAndQuery;
}
