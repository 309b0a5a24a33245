using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Controls;

/// <summary>Links within a page. With a base address a bare "#id" would lead to the home page.</summary>
public static class Anchors
{
    public static string Anchor(this NavigationManager navigation, string id) => $"{new Uri(navigation.Uri).PathAndQuery}#{id}";
}
