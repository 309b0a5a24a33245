using System.Globalization;

namespace HelloWork.Blazor.Controls;

/// <summary>The figures behind a picture: one set for the table beneath it and for its CSV, so that both say the same.</summary>
public sealed record Figures(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<Figure>> Rows);

/// <summary>One cell.</summary>
/// <param name="Shown">In the table.</param>
/// <param name="Written">In the CSV, where a number is what a spreadsheet can add up.</param>
public readonly record struct Figure(string Shown, string Written, bool IsNumber = true)
{
    public static implicit operator Figure(string words) => new(words, words, IsNumber: false);

    public static implicit operator Figure(int number) => new(number.ToString("N0", CultureInfo.CurrentCulture), number.ToString(CultureInfo.InvariantCulture));

    public static implicit operator Figure(decimal number) => new(number.ToString("#,0.#", CultureInfo.CurrentCulture), number.ToString("0.#", CultureInfo.InvariantCulture));
}
