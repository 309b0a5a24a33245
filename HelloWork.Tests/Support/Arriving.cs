using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HelloWork.Tests.Support;

internal static class Arriving
{
    /// <summary>Asks for the address until it is so: Playwright's WaitForURLAsync waits for an event, and may have missed it (its issue 3364).</summary>
    public static Task ArrivesAtAsync(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string address) => Assertions.Expect(page).ToHaveURLAsync(new Regex(address));
}
