using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Accounts;

/// <summary>A browser and its device in words, from what the browser calls itself: enough for its owner to know it again.</summary>
public static class DeviceWords
{
    // The first that is named; Chrome's name stands in Edge's, Safari's in nearly all.
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? agent, IStringLocalizer<AccountsText> text)
    {
        var browser = Named(agent, Browsers);
        var system = Named(agent, Systems);
        return browser is null && system is null ? text["Device.Unknown"] : text["Device", system ?? text["Device.Other"], browser ?? text["Device.Browser"]];
    }

    private static string? Named(string? agent, (string Mark, string Name)[] marks) =>
        Array.Find(marks, m => agent?.Contains(m.Mark, StringComparison.Ordinal) == true).Name;
}
