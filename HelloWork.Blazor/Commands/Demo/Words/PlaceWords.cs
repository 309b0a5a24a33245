using System.Collections.Immutable;

namespace HelloWork.Blazor.Commands.Demo.Words;

/// <summary>Invented parts of addresses; the municipality comes from the reference data.</summary>
public sealed class PlaceWords
{
    internal PlaceWords(WordFile file)
    {
        Towns = [.. file["towns"]];
        Buildings = [.. file["buildings"]];
        Stations = [.. file["stations"]];
        Lines = [.. file["lines"]];
        Access = [.. file["access"]];
    }

    /// <summary>町・大字: 見本町.</summary>
    public ImmutableArray<string> Towns { get; }

    /// <summary>建物: 見本ビル.</summary>
    public ImmutableArray<string> Buildings { get; }

    /// <summary>Stations and stops without 駅.</summary>
    public ImmutableArray<string> Stations { get; }

    /// <summary>鉄道・バスの路線.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>最寄り駅からの交通手段.</summary>
    public ImmutableArray<string> Access { get; }
}
