using HelloWork.Blazor.Languages;

namespace HelloWork.Blazor.Controls;

public static class ControlsServices
{
    /// <summary>What components need on whatever page they stand: texts, and where a page says what belongs elsewhere.</summary>
    public static IServiceCollection AddPortalControls(this IServiceCollection services) => services.AddPortalTexts().AddSingleton<SharedParts>().AddScoped<PagePlaces>();
}
