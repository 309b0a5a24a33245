using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Blazor.Oversight;

/// <summary>The addresses of a provider's deletions: /provider/deletions?show=&amp;page=, and the numbers chosen for the confirmation as n=.</summary>
public static class DeletionsAddress
{
    public const string Path = "/provider/deletions";
    public const string Confirm = Path + "/confirm";

    public static string Of(DeletionFilter filter) => filter is DeletionFilter.Held ? Path : $"{Path}?show={filter.ToString().ToLowerInvariant()}";

    public static DeletionFilter Read(string? word) => Enum.TryParse<DeletionFilter>(word, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : DeletionFilter.Held;

    public static string Registered(AliasNumber number) => $"{Path}/{number}/registered";
}
