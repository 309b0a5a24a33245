namespace HelloWork.Domain.Search;

/// <summary>A search with one of its conditions widened or given up.</summary>
public abstract record Loosening<TQuery, TStep>(TQuery Query) where TStep : Loosening<TQuery, TStep>
{
    /// <summary>What is widened or given up besides.</summary>
    public TStep? Also { get; init; }

    /// <summary>The condition stays, but wider.</summary>
    public abstract bool IsWidened { get; }

    /// <summary>What steps of different width have in common; null: there is only one.</summary>
    internal abstract Enum? About { get; }

    /// <summary>Whether the same is done, be it to another search.</summary>
    internal abstract bool DoesAs(TStep other);
}

/// <param name="Count">How many it finds, exactly; never none.</param>
public sealed record WiderSearch<TStep>(TStep Step, int Count);
