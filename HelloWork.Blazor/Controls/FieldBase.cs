using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Controls;

/// <summary>What all fields share. Unknown attributes go to the input itself.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The name it is posted under, e.g. "Input.Message".</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>Only where two forms of a page have a field of the same name.</summary>
    [Parameter] public string? Id { get; set; }

    [Parameter] public string? Support { get; set; }

    /// <summary>Without it, the message is taken from the <see cref="FormErrors"/> of the form around.</summary>
    [Parameter] public string? Error { get; set; }

    [Parameter] public bool Required { get; set; }

    /// <summary>Shows 任意. A form shows marks on all fields or, as a search form, on none.</summary>
    [Parameter] public bool Optional { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    [CascadingParameter] private FormErrors? Errors { get; set; }

    protected string FieldKey => Id ?? FieldId.From(Name);

    protected string? Problem => Error ?? Errors?[FieldKey];

    protected string? Invalid => Problem is null ? null : "true";

    protected string SupportId => $"{FieldKey}-s";

    protected string ErrorId => $"{FieldKey}-e";

    protected string? DescribedBy(string? more = null)
    {
        var ids = string.Join(' ', new[] { Support is null ? null : SupportId, Problem is null ? null : ErrorId, more }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }
}

/// <summary>A field with a label above it and one value.</summary>
public abstract class LabelledField : FieldBase
{
    [Parameter] public string? Value { get; set; }

    /// <summary>Keeps the label for readers only; the heading beside says the same to the eye.</summary>
    [Parameter] public bool LabelHidden { get; set; }

    /// <summary>Support text beside the label instead of below it (search bars).</summary>
    [Parameter] public bool SupportBeside { get; set; }

    /// <summary>Width of the control: s (136px), m (240px), l (400px); full by default.</summary>
    [Parameter] public string? Width { get; set; }

    /// <summary>Class of the surrounding box, e.g. "half" in a toolbar.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Shown below the control, e.g. a quota or a soft warning.</summary>
    [Parameter] public RenderFragment? After { get; set; }

    protected string? WidthClass => Width is null ? null : $"w-{Width}";
}
