using System.Text;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Readers.Isolation;

/// <summary>The side of the process that reads: one request after the other until its input ends.</summary>
public static class ReaderWorker
{
    internal const byte Failed = 0;
    internal const byte Done = 1;

    /// <param name="input">Requests.</param>
    /// <param name="output">Answers, and nothing else.</param>
    public static void Run(Stream input, Stream output)
    {
        using var reader = new BinaryReader(input, Encoding.UTF8, leaveOpen: true);
        var engines = new Dictionary<string, IOcrEngine>();
        Span<byte> length = stackalloc byte[8];
        while (true)
        {
            ReadRequest request;
            try
            {
                request = ReadRequest.Read(reader);
            }
            catch (EndOfStreamException)
            {
                return;
            }

            // Written whole: what dies in mid-answer has given none.
            using var answer = new MemoryStream();
            using var writer = new BinaryWriter(answer, Encoding.UTF8);
            Answer(writer, request, engines);
            writer.Flush();
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(length, answer.Length);
            output.Write(length);
            answer.WriteTo(output);
            output.Flush();
        }
    }

    private static void Answer(BinaryWriter writer, ReadRequest request, Dictionary<string, IOcrEngine> engines)
    {
        try
        {
            if (request.Painted > 0)
            {
                var picture = PagePainter.Paint(request.Source, request.Painted);
                writer.Write(Done);
                writer.WriteArray<byte>(picture);
                return;
            }

            var options = request.Options with { OcrEngine = FindEngine(request, engines) };
            var document = new DocumentReader(options).Read(request.Source);
            writer.Write(Done);
            DocumentCodec.Write(writer, document);
        }
        catch (DocumentReadException exception)
        {
            writer.Write(Failed);
            writer.WriteDiagnostic(exception.Diagnostic);
        }
    }

    // Models are loaded once a process.
    private static IOcrEngine? FindEngine(ReadRequest request, Dictionary<string, IOcrEngine> engines)
    {
        if (request.EngineName is not { } name || request.Options.Ocr == OcrMode.Never)
        {
            return null;
        }

        if (!engines.TryGetValue(name, out var engine))
        {
            engine = OcrEngines.Create(name);
            engines.Add(name, engine);
        }

        return engine;
    }
}
