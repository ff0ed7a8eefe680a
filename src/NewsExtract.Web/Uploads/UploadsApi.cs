using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace NewsExtract.Web.Uploads;

/// <summary><c>POST /uploads?name=FILE</c>: the body is the file.</summary>
internal static class UploadsApi
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/uploads", SaveAsync).WithName("Upload").WithSummary("Keeps a file, streamed as it comes; POST /jobs then ingests it.").Accepts<byte[]>("application/octet-stream");

    private static async Task<Created<Upload>> SaveAsync(HttpContext context, UploadFolder uploads)
    {
        // The folder counts the bytes itself.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var upload = await uploads.SaveAsync(context.Request.Query["name"], context.Request.Body, context.Request.ContentLength, context.RequestAborted).ConfigureAwait(false);
        return TypedResults.Created($"/api/v1/documents/{upload.Sha256}", upload);
    }
}
