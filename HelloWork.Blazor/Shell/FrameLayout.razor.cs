using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Shell;

public sealed partial class FrameLayout(NavigationManager navigation) : LayoutComponentBase
{
    // With <base href="/"> a bare "#main" would lead to the home page.
    private string here = "";

    [CascadingParameter] private HttpContext? Http { get; set; }

    // An error page is rendered under its own address, but the browser still shows the one that was asked for.
    protected override void OnInitialized() => here = Http?.AskedFor() ?? new Uri(navigation.Uri).PathAndQuery;
}
