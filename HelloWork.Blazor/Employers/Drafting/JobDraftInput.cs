using HelloWork.Domain.Jobs.Drafting;

namespace HelloWork.Blazor.Employers.Drafting;

/// <summary>The posted fields of a step, by the path each is named after. Page and autosave read them alike.</summary>
internal static class JobDraftInput
{
    public static JobDraftValues Read(IFormCollection form) => new(form
        .Where(f => f.Key.StartsWith("Input.", StringComparison.Ordinal) && JobFields.Find(f.Key["Input.".Length..]) is not null)
        .Select(f => KeyValuePair.Create(f.Key["Input.".Length..], string.Join('\n', f.Value.OfType<string>().Where(v => v.Length > 0)).ReplaceLineEndings("\n")))
        .Where(v => v.Value.Length > 0).ToDictionary());
}
