using HelloWork.Domain.Search.Indexing;

namespace HelloWork.Domain.Seekers.Searching;

/// <summary>Whom the viewer of a search may see, the employers' or the providers': asked anew each time (<see cref="ContactPolicy"/>).</summary>
/// <param name="InIndex">As the index knows it.</param>
/// <param name="Named">The profile whose number the words are; null: they are words.</param>
/// <param name="InDatabase">The last word.</param>
internal sealed record SeekerSight(Func<Task<SearchCondition>> InIndex, Func<string?, Task<SearchCondition?>> Named, IQueryable<SeekerProfile> InDatabase);
