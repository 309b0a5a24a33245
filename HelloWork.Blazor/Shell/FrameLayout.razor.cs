using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Shell;

public sealed partial class FrameLayout(NavigationManager navigation) : LayoutComponentBase
{
    // With <base href="/"> a bare "#main" would lead to the home page.
    private string here = "";

    protected override void OnInitialized() => here = new Uri(navigation.Uri).PathAndQuery;
}
