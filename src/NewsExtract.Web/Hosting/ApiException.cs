using Microsoft.AspNetCore.Http;

namespace NewsExtract.Web.Hosting;

/// <summary>Something that the caller can put right: it becomes a problem (RFC 9457) with this code and line.</summary>
internal sealed class ApiException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>A parameter that makes no sense.</summary>
    public static ApiException BadValue(string message) => new(StatusCodes.Status400BadRequest, "NX4001", message);

    /// <summary>An id that leads nowhere.</summary>
    public static ApiException NotFound(string message) => new(StatusCodes.Status404NotFound, "NX4004", message);
}
