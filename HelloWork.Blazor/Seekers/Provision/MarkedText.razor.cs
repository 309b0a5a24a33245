using HelloWork.Domain.Privacy;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>A person's text in which what identifies them is marked, with the reason for readers (PV-04). Line breaks stay.</summary>
public sealed partial class MarkedText
{
    private RenderFragment? parts;

    [Parameter, EditorRequired] public string? Text { get; set; }

    protected override void OnParametersSet() => parts = builder =>
    {
        var text = Text ?? "";
        var at = 0;
        foreach (var found in IdentifyingText.Find(text))
        {
            builder.AddContent(0, text[at..found.Start]);
            builder.OpenElement(1, "mark");
            builder.AddContent(2, text[found.Start..found.End]);
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "class", "sr");
            builder.AddContent(5, T["Identifying.Mark", T[$"Identifying.{found.Kind}"].Value]);
            builder.CloseElement();
            builder.CloseElement();
            at = found.End;
        }
        builder.AddContent(6, text[at..]);
    };
}
