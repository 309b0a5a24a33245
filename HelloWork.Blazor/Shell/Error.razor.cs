using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace HelloWork.Blazor.Shell;

public sealed partial class Error(ILogger<Error> logger) : ComponentBase
{
    private string? reference;

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override void OnInitialized()
    {
        reference = Activity.Current?.TraceId.ToString() ?? Http?.TraceIdentifier;
        if (Http?.Features.Get<IExceptionHandlerPathFeature>() is { } fault) LogReference(reference, fault.Path, fault.Error.GetType().Name);
    }

    // The log line of the fault itself doesn't carry the number that the person is told.
    [LoggerMessage(LogLevel.Error, "Reference {Reference}: {Path} ended in {Fault}")]
    private partial void LogReference(string? reference, string path, string fault);
}
