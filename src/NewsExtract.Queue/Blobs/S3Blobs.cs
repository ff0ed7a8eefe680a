using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using NewsExtract.Batch;

namespace NewsExtract.Queue.Blobs;

/// <summary>
/// Objects of an S3-like store, <c>s3://bucket/key</c>, by one client that keeps its connections. Where it is and who asks the environment says:
/// <c>AWS_ENDPOINT_URL_S3</c> (none for Amazon's own), <c>AWS_REGION</c>, <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c>.
/// </summary>
public sealed class S3Blobs : IBlobs, IDisposable
{
    private const string Scheme = "s3://";

    private readonly Lazy<AmazonS3Client> _client = new(CreateClient);

    /// <inheritdoc/>
    public bool Holds(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.StartsWith(Scheme, StringComparison.Ordinal);
    }

    /// <summary>In the order of their keys, by bytes.</summary>
    public IEnumerable<BatchInput> List(string path)
    {
        var (bucket, prefix) = Parse(path);
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        do
        {
            var (page, problem) = ListPage(request);
            if (problem is not null)
            {
                yield return Missing(path, problem);
                yield break;
            }

            foreach (var found in page!.S3Objects ?? [])
            {
                if (!found.Key.EndsWith('/'))
                {
                    yield return Open(bucket, found.Key) with { Bytes = found.Size, Modified = found.LastModified?.ToUniversalTime().Ticks };
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    /// <inheritdoc/>
    public BatchInput Open(string path)
    {
        var (bucket, key) = Parse(path);
        return Open(bucket, key);
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private static AmazonS3Client CreateClient()
    {
        var config = new AmazonS3Config();
        if ((Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3") ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")) is { Length: > 0 } endpoint)
        {
            config.ServiceURL = endpoint;
            config.ForcePathStyle = true;
            config.AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1";
        }

        return new AmazonS3Client(config);
    }

    private static (string Bucket, string Key) Parse(string path)
    {
        var rest = path[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (rest, "") : (rest[..slash], rest[(slash + 1)..]);
    }

    private static BatchInput Missing(string path, Diagnostic problem) => new(path, path[(path.LastIndexOf('/') + 1)..], () => throw new DocumentReadException(problem)) { Problem = problem };

    private static Diagnostic Explain(Exception exception) => exception is AmazonS3Exception { StatusCode: System.Net.HttpStatusCode.NotFound }
        ? new Diagnostic("NX2001", Severity.Error, "the store of objects has no such bucket or object — check the address")
        : new Diagnostic("NX2002", Severity.Error, $"the store of objects does not give it ({exception.Message.TrimEnd('.')}) — check AWS_ENDPOINT_URL_S3, the key and its rights");

    private BatchInput Open(string bucket, string key) => new($"{Scheme}{bucket}/{key}", key[(key.LastIndexOf('/') + 1)..], () => Load(bucket, key));

    private ReadOnlyMemory<byte> Load(string bucket, string key)
    {
        try
        {
            using var response = _client.Value.GetObjectAsync(bucket, key).GetAwaiter().GetResult();
            if (response.ContentLength > SourceBytes.Most)
            {
                throw new DocumentReadException(new Diagnostic("NX2006", Severity.Error, "it has more than 256 MiB — split it by issue"));
            }

            using var bytes = new MemoryStream();
            response.ResponseStream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            throw new DocumentReadException(Explain(exception), exception);
        }
    }

    private (ListObjectsV2Response? Page, Diagnostic? Problem) ListPage(ListObjectsV2Request request)
    {
        try
        {
            return (_client.Value.ListObjectsV2Async(request).GetAwaiter().GetResult(), null);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or OperationCanceledException)
        {
            return (null, Explain(exception));
        }
    }
}
