using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Controls.Guide;

internal static class GuideEndpoints
{
    /// <summary>Lets the sample form's draft be tried; keeps nothing.</summary>
    internal static void MapGuideDraft(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.MapPost("/dev/controls/draft", ([FromForm] IFormCollection _, TimeProvider clock) => new DraftSaved(clock.GetUtcNow()));
    }
}
