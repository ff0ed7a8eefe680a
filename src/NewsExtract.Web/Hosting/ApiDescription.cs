using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace NewsExtract.Web.Hosting;

/// <summary><c>/openapi/v1.json</c>: all that can be asked, for programs that call it.</summary>
internal static class ApiDescription
{
    public static void AddTo(IServiceCollection services) => services.AddOpenApi("v1", static options =>
    {
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "NewsExtract", Version = "v1", Description = "Facts of news bulletins with their evidence. Errors are problem details (RFC 9457) with a code of docs/diagnostics.md." };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Needed unless the server is open to its own machine alone." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(static (operation, context, _) =>
        {
            foreach (var parameter in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryParameters>().SelectMany(static some => some.All))
            {
                (operation.Parameters ??= []).Add(parameter.Describe());
            }

            operation.Responses ??= [];
            operation.Responses["4XX"] = new OpenApiResponse { Description = "A problem: its detail says in one line what to do.", Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() } };
            return Task.CompletedTask;
        });
    });

    public static void Map(WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json");
}
