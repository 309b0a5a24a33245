using System.Globalization;
using System.Runtime.CompilerServices;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;

namespace HelloWork.Tests.Support;

internal static class Culture
{
    /// <summary>The program does the same as it starts (HostingSetup); a page made in a test alone must not wait for another test's host.</summary>
    [ModuleInitializer]
    internal static void SpeakJapanese()
    {
        CultureInfo.DefaultThreadCurrentCulture = Language.Japanese.Culture();
        CultureInfo.DefaultThreadCurrentUICulture = Language.Japanese.Texts();
    }
}
