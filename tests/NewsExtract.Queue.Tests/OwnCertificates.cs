using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsExtract.Queue.Tests;

/// <summary>A certificate for 127.0.0.1 that is signed with one of an authority which no machine trusts, as files in PEM.</summary>
internal sealed class OwnCertificates : IDisposable
{
    // Long enough for every test to come.
    private static readonly (DateTimeOffset From, DateTimeOffset To) s_valid = (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-tls-").FullName;

    public OwnCertificates()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=An authority of our own", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var signer = authority.CreateSelfSigned(s_valid.From, s_valid.To);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var certificate = request.Create(signer, s_valid.From, s_valid.To, [1]);
        File.WriteAllText(Authority, signer.ExportCertificatePem());
        File.WriteAllText(Server.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Server.Key, key.ExportPkcs8PrivateKeyPem());
    }

    public string Authority => Path.Combine(_folder, "authority.pem");

    public (string Certificate, string Key) Server => (Path.Combine(_folder, "server.pem"), Path.Combine(_folder, "server.key"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
