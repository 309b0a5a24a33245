using System.Globalization;
using System.Text;
using HelloWork.Blazor.Languages;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Controls;

/// <summary>
/// The inside of an SVG, as markup: across in percent, so that it fills any width, and down in pixels, so that its text keeps its size on a phone.
/// Written by hand, since Razor takes <c>text</c> for a word of its own.
/// </summary>
internal sealed class Drawing
{
    private readonly StringBuilder _svg = new();

    public Drawing Rect(double x, double y, double width, double height, string css)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{css}\" x=\"{x:0.##}%\" y=\"{y:0.#}\" width=\"{Math.Max(0, width):0.##}%\" height=\"{Math.Max(0, height):0.#}\"/>");
        return this;
    }

    public Drawing Line(double x1, double y1, double x2, double y2, string css)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{css}\" x1=\"{x1:0.##}%\" y1=\"{y1:0.#}\" x2=\"{x2:0.##}%\" y2=\"{y2:0.#}\"/>");
        return this;
    }

    public Drawing Dot(double x, double y, double radius, string css)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{css}\" cx=\"{x:0.##}%\" cy=\"{y:0.#}\" r=\"{radius:0.#}\"/>");
        return this;
    }

    /// <summary>Words without readings: an SVG has no ruby.</summary>
    public Drawing Text(double x, double y, string words, string css)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{css}\" x=\"{x:0.##}%\" y=\"{y:0.#}\">").Append(Markup.Encoded(Readings.Leave(words))).Append("</text>");
        return this;
    }

    /// <summary>Words centred on a place, but never across an edge.</summary>
    public Drawing TextAbout(double x, double y, string words, string css) => Text(Math.Clamp(x, 0, 100), y, words, x < 15 ? $"{css} start" : x > 85 ? $"{css} end" : $"{css} middle");

    /// <summary>A link by the words in it; <paramref name="says"/> is heard after them.</summary>
    public Drawing Link(string href, string says, Action<Drawing> inside)
    {
        _svg.Append("<a href=\"").Append(Markup.Encoded(href)).Append("\"><desc>").Append(Markup.Encoded(Readings.Leave(says))).Append("</desc>");
        inside(this);
        _svg.Append("</a>");
        return this;
    }

    public MarkupString Done() => new(_svg.ToString());
}
