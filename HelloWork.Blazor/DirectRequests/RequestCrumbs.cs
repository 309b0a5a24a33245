using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Seekers;
using HelloWork.Domain.Seekers;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.DirectRequests;

internal static class RequestCrumbs
{
    /// <summary>The way to a request to this seeker.</summary>
    public static IReadOnlyList<Crumb> To(PublicNumber seeker, IStringLocalizer<ComposerText> text) =>
    [
        new(text["Home"], "/employer"), new(text["Seekers"], SeekerSearchAddress.Path), new(text["Number", seeker], SeekerSearchAddress.Of(seeker)),
    ];
}
