using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Controls;

/// <summary>The drawings: box of 24, stroke 1.75.</summary>
internal static class IconShapes
{
    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["alert"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V13M12 16.2v.1"/>""",
        ["back"] = """<path d="m14.5 6-6 6 6 6"/>""",
        ["bookmark"] = """<path d="M7 4h10v16l-5-4-5 4z"/>""",
        ["building"] = """<path d="M5 20V5h9v15M14 10h5v10M3 20h18M8 9h3M8 13h3"/>""",
        ["calendar"] = """<path d="M4.5 6h15v13.5h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8"/>""",
        ["check"] = """<circle cx="12" cy="12" r="8.5"/><path d="m8 12.2 2.8 2.8L16 9.6"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>""",
        ["close"] = """<path d="m6 6 12 12M18 6 6 18"/>""",
        ["filter"] = """<path d="M4 7h16M7 12h10M10 17h4"/>""",
        ["info"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.6v.1"/>""",
        ["lock"] = """<path d="M5.5 10.5h13V20h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>""",
        ["mail"] = """<path d="M3.5 5.5h17v13h-17zM4 6.5l8 6.5 8-6.5"/>""",
        ["menu"] = """<path d="M4 7h16M4 12h16M4 17h16"/>""",
        ["next"] = """<path d="m9.5 6 6 6-6 6"/>""",
        ["person"] = """<circle cx="12" cy="8" r="3.5"/><path d="M5 20c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5"/>""",
        ["plus"] = """<path d="M12 5v14M5 12h14"/>""",
        ["print"] = """<path d="M7 9V4h10v5M7 17H4V9h16v8h-3"/><path d="M7 14h10v6H7z"/>""",
        ["search"] = """<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>""",
        ["send"] = """<path d="M4 12 20 4.5 15 20l-3.5-6.5zM11.5 13.5 20 4.5"/>""",
        ["trash"] = """<path d="M5 7h14M9.5 7V4.5h5V7M7 7l.8 13h8.4L17 7M10.5 11v5.5M13.5 11v5.5"/>""",
        ["warn"] = """<path d="M12 4 21 19.5H3z"/><path d="M12 10v4.5M12 17v.1"/>""",
    };

    internal static IEnumerable<string> Names => Shapes.Keys;

    private static readonly Dictionary<string, string> Icons = Shapes.ToDictionary(s => s.Key, s => $"<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{s.Value}</svg>");

    /// <summary>What the component <see cref="Icon"/> writes; what stands on every page takes it from here, since a component of its own costs more than the drawing.</summary>
    internal static MarkupString Icon(string name) => new(Icons.TryGetValue(name, out var icon)
        ? icon
        : throw new ArgumentException($"There is no icon '{name}'; there are {string.Join(", ", Shapes.Keys)}.", nameof(name)));
}
