using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace NewsExtract.Web.Hosting;

/// <summary>How often one caller may ask.</summary>
/// <param name="PerSecond">Requests of a caller on another machine, on average.</param>
/// <param name="Burst">Requests that may come at once after a pause.</param>
/// <param name="SignIns">Attempts to sign in within a minute, from this machine too.</param>
/// <param name="IsLocalFree">Callers on this machine ask as often as they like.</param>
internal sealed record RequestRates(int PerSecond = 50, int Burst = 500, int SignIns = 10, bool IsLocalFree = true)
{
    private static readonly TimeSpan s_tenth = TimeSpan.FromSeconds(0.1);

    public void AddTo(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => Caller(context) is var caller && IsLocalFree && IPAddress.IsLoopback(caller)
            ? RateLimitPartition.GetNoLimiter(IPAddress.Loopback)
            : RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions { TokenLimit = Burst, TokensPerPeriod = Math.Max(PerSecond / 10, 1), ReplenishmentPeriod = s_tenth, QueueLimit = 0 }));
        options.OnRejected = static (context, _) => throw Exceeded(context.HttpContext, context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
    });

    /// <summary>The caller's address; of IPv6 its network, since one machine has all addresses of it.</summary>
    public static IPAddress Caller(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address) ? new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]) : address;
    }

    public static ApiException Exceeded(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max((int)Math.Ceiling(wait.TotalSeconds), 1).ToString(CultureInfo.InvariantCulture);
        context.Items["Retry-After"] = seconds;
        return new ApiException(StatusCodes.Status429TooManyRequests, "NX4205", $"too many requests — wait {seconds} s");
    }
}

/// <summary>Attempts to sign in, by caller.</summary>
internal sealed class SignInRate(RequestRates rates) : IDisposable
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
        RateLimitPartition.GetFixedWindowLimiter(RequestRates.Caller(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = rates.SignIns, Window = s_minute, QueueLimit = 0 }));

    public bool Try(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public static ApiException Exceeded(HttpContext context) => RequestRates.Exceeded(context, s_minute);

    public void Dispose() => _limiter.Dispose();
}
