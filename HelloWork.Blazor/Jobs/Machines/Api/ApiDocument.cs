using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Notifications;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;

namespace HelloWork.Blazor.Jobs.Machines.Api;

/// <summary>What /openapi/v1.json says beside what the types say by themselves, in the language of whoever reads it.</summary>
public static class ApiDocument
{
    public const string Name = "v1", Address = "/openapi/v1.json";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, context, _) =>
        {
            var text = Text(context.ApplicationServices);
            document.Info = new() { Title = Say(text, "Api.Title"), Description = Say(text, "Api.Description"), Version = "1.0" };
            document.Servers = [new() { Url = context.ApplicationServices.GetRequiredService<PortalSettings>().BaseAddress.TrimEnd('/') }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // A property of an object's type shares the type's schema with all others, so the type is described.
            var text = Text(context.ApplicationServices);
            var key = context.JsonPropertyInfo is { } property && context.JsonTypeInfo.Kind is JsonTypeInfoKind.None ? $"Is.{property.DeclaringType.Name}.{property.Name}" : $"Is.{context.JsonTypeInfo.Type.Name}";
            if (text[key] is { ResourceNotFound: false } said)
                schema.Description = Readings.Leave(said);
            return Task.CompletedTask;
        });
    }

    public static Task DescribeSearch(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var text = Text(context.ApplicationServices);
        (operation.OperationId, operation.Summary, operation.Description) = ("searchJobs", Say(text, "Api.Search"), Say(text, "Api.Search.Description"));
        operation.Parameters = [.. ApiParameters.All.Select(parameter => (IOpenApiParameter)new OpenApiParameter
        {
            Name = parameter.Name, In = ParameterLocation.Query, Description = Say(text, $"Param.{parameter.Name}"), Schema = Schema(parameter), Example = Example(parameter),
        }), Conditional(text)];
        DescribeAnswers(operation, text);
        return Task.CompletedTask;
    }

    public static Task DescribeJob(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var text = Text(context.ApplicationServices);
        (operation.OperationId, operation.Summary, operation.Description) = ("readJob", Say(text, "Api.Job"), Say(text, "Api.Job.Description"));
        operation.Parameters =
        [
            new OpenApiParameter
            {
                Name = "jobNumber", In = ParameterLocation.Path, Required = true, Description = Say(text, "Param.jobNumber"), Example = "13010-12345678",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9]{5}-[0-9]{1,8}$" },
            },
            Conditional(text),
        ];
        DescribeAnswers(operation, text);
        return Task.CompletedTask;
    }

    private static OpenApiParameter Conditional(IStringLocalizer<MachinesText> text) => new()
    {
        Name = "If-None-Match", In = ParameterLocation.Header, Description = Say(text, "Param.IfNoneMatch"), Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void DescribeAnswers(OpenApiOperation operation, IStringLocalizer<MachinesText> text)
    {
        operation.Responses ??= [];
        operation.Responses["304"] = new OpenApiResponse();
        foreach (var (code, answer) in operation.Responses)
            answer.Description = Say(text, $"Answer.{code}");
        if (operation.Responses["200"] is OpenApiResponse ok)
            ok.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = Header(text, "Header.ETag"), ["RateLimit"] = Header(text, "Header.RateLimit"), ["RateLimit-Policy"] = Header(text, "Header.RateLimitPolicy"),
            };
        if (operation.Responses["429"] is OpenApiResponse tooMany)
            tooMany.Headers = new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = Header(text, "Header.RetryAfter") };
    }

    private static OpenApiHeader Header(IStringLocalizer<MachinesText> text, string key) => new() { Description = Say(text, key), Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiSchema Schema(ApiParameter parameter)
    {
        var one = parameter.Least is { } least
            ? new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = $"{least}", Maximum = parameter.Most is { } most ? $"{most}" : null }
            : new OpenApiSchema { Type = JsonSchemaType.String, Pattern = parameter.Pattern, Enum = parameter.Values is { } values ? [.. values.Select(v => (JsonNode)v)] : null };
        return parameter.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one;
    }

    private static JsonNode Example(ApiParameter parameter)
    {
        JsonNode one = parameter.Least is null ? parameter.Example : int.Parse(parameter.Example, System.Globalization.CultureInfo.InvariantCulture);
        return parameter.Repeats ? new JsonArray(one) : one;
    }

    private static IStringLocalizer<MachinesText> Text(IServiceProvider services) => services.GetRequiredService<IStringLocalizer<MachinesText>>();

    private static string Say(IStringLocalizer<MachinesText> text, string key) => Readings.Leave(text[key]);
}
