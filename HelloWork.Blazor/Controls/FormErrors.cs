using System.Collections;

namespace HelloWork.Blazor.Controls;

/// <summary>One thing to mend; without a field it concerns the form as a whole.</summary>
public sealed record FormError(string? FieldId, string Message);

/// <summary>What is wrong with a form, in the order in which it was added: shown in a summary and at each field.</summary>
public sealed class FormErrors : IReadOnlyCollection<FormError>
{
    private readonly List<FormError> errors = [];

    public int Count => errors.Count;

    public bool Any => errors.Count > 0;

    /// <summary>The first message of a field, by its id or posted name; <c>null</c> if it is in order.</summary>
    public string? this[string field] => errors.Find(e => e.FieldId == FieldId.From(field))?.Message;

    /// <summary>The message names the field and says how to mend it, since the summary shows it by itself.</summary>
    public void Add(string field, string message) => errors.Add(new FormError(FieldId.From(field), message));

    /// <summary>A refusal that no single field can mend.</summary>
    public void Add(string message) => errors.Add(new FormError(null, message));

    public IEnumerator<FormError> GetEnumerator() => errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
