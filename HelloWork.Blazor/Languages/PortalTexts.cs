using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Languages;

/// <summary>Texts in the language of the page, with readings marked, and with a number's right word: {0:plural:day|days}.</summary>
public sealed class PortalTexts : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Texts(TextSource.Of(resourceSource));

    public IStringLocalizer Create(string baseName, string location) =>
        Create(Assembly.Load(location).GetType(baseName, throwOnError: true)!);

    private sealed class Texts(TextSource source) : IStringLocalizer
    {
        public LocalizedString this[string name] => source.Shown(LanguageTags.Current, name);

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var found = this[name];
                return new(name, string.Format(PluralFormat.Here, found.Value, arguments), found.ResourceNotFound);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => source.Keys.Select(key => this[key]);
    }
}

public static class PortalTextsSetup
{
    /// <summary>Texts in three languages, for whoever shows any.</summary>
    public static IServiceCollection AddPortalTexts(this IServiceCollection services) => services.AddLocalization()
        .AddSingleton(typeof(InJapanese<>)).Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, PortalTexts>());
}

/// <summary>{0:plural:day|days}: the first word for exactly one, else the second. Anything else as the page's culture formats it.</summary>
public sealed class PluralFormat : IFormatProvider, ICustomFormatter
{
    private const string Plural = "plural:";

    public static readonly PluralFormat Here = new();

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : CultureInfo.CurrentCulture.GetFormat(formatType!);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.StartsWith(Plural, StringComparison.Ordinal) is true)
        {
            var words = format[Plural.Length..].Split('|');
            return IsOne(arg) ? words[0] : words[^1];
        }
        return arg is IFormattable formattable ? formattable.ToString(format, CultureInfo.CurrentCulture) : arg?.ToString() ?? "";
    }

    // A count may come in words already: «1,234» or «1».
    private static bool IsOne(object? arg) => arg switch
    {
        int number => number == 1,
        long number => number == 1,
        _ => arg?.ToString() == "1",
    };
}
