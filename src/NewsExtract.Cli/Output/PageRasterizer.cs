using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace NewsExtract.Cli.Output;

/// <summary>Pictures of a PDF's pages by the program pdftoppm, where it is installed.</summary>
internal static class PageRasterizer
{
    private const int Resolution = 110;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    /// <summary>A PNG a page, by page number; empty when pdftoppm is not there, can't draw the file or takes too long.</summary>
    public static Dictionary<int, byte[]> Draw(ReadOnlyMemory<byte> pdf)
    {
        var pictures = new Dictionary<int, byte[]>();
        var folder = Directory.CreateTempSubdirectory("newsextract-");
        try
        {
            var file = Path.Combine(folder.FullName, "in.pdf");
            File.WriteAllBytes(file, pdf.ToArray());
            string[] arguments = ["-r", Resolution.ToString(CultureInfo.InvariantCulture), "-png", "-cropbox", file, Path.Combine(folder.FullName, "page")];
            using var process = Process.Start(new ProcessStartInfo("pdftoppm", arguments) { RedirectStandardError = true });
            process!.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            if (!process.WaitForExit(s_limit))
            {
                process.Kill();
                process.WaitForExit();
            }

            foreach (var picture in Directory.EnumerateFiles(folder.FullName, "page-*.png"))
            {
                var number = Path.GetFileNameWithoutExtension(picture)["page-".Length..];
                pictures[int.Parse(number, CultureInfo.InvariantCulture)] = File.ReadAllBytes(picture);
            }
        }
        catch (Win32Exception)
        {
            // It is not installed: pages are drawn without their picture.
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return pictures;
    }
}
