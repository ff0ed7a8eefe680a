using System.Globalization;
using System.Text;

namespace NewsExtract.PdfChecks;

/// <summary>Damages PDF files the way transfers, editors and attackers do. The same seed gives the same file.</summary>
internal static class PdfMutator
{
    private const int MostSteps = 4;

    // What readers trip over when it stands for a length, an offset, an object number or a count.
    private static readonly string[] s_numbers = ["0", "1", "-1", "7", "255", "65536", "2147483647", "-2147483648", "4294967296", "99999999999999999999", "1e9", "0.0000001"];

    /// <summary>One to four random steps of damage.</summary>
    public static byte[] Mutate(byte[] file, int seed)
    {
        var random = new Random(seed);
        for (var step = random.Next(MostSteps); step >= 0; step--)
        {
            file = Step(file, random);
        }

        return file;
    }

    private static byte[] Step(byte[] file, Random random) => file.Length < 16 ? file : random.Next(14) switch
    {
        0 or 1 or 2 => ChangeBytes(file, random),
        3 => file[..random.Next(file.Length)],
        4 => MoveChunk(file, random),
        5 or 6 => CopyChunk(file, random),
        7 => DeleteChunk(file, random),
        8 or 9 or 10 => EditNumber(file, random),
        11 or 12 => SwapTokens(file, random, IsNameStart, IsNameEnd),
        _ => SwapTokens(file, random, IsLetter, b => !IsLetter(b)),
    };

    private static byte[] ChangeBytes(byte[] file, Random random)
    {
        var changed = file.ToArray();
        for (var count = random.Next(1, 16); count > 0; count--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }

    private static byte[] MoveChunk(byte[] file, Random random)
    {
        var chunk = Chunk(file, random);
        byte[] rest = [.. file[..chunk.Start], .. file[chunk.End..]];
        var place = random.Next(rest.Length + 1);
        return [.. rest[..place], .. file[chunk], .. rest[place..]];
    }

    private static byte[] CopyChunk(byte[] file, Random random)
    {
        var chunk = Chunk(file, random);
        var place = random.Next(file.Length + 1);
        return [.. file[..place], .. file[chunk], .. file[place..]];
    }

    private static byte[] DeleteChunk(byte[] file, Random random)
    {
        var chunk = Chunk(file, random);
        return [.. file[..chunk.Start], .. file[chunk.End..]];
    }

    private static byte[] EditNumber(byte[] file, Random random)
    {
        if (Token(file, random, IsDigit, b => !IsDigit(b)) is not { } token)
        {
            return file;
        }

        var text = Encoding.ASCII.GetString(file[token]);
        var number = random.Next(3) > 0 || !long.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? s_numbers[random.Next(s_numbers.Length)]
            : (value + random.Next(-2, 3)).ToString(CultureInfo.InvariantCulture);
        return [.. file[..token.Start], .. Encoding.ASCII.GetBytes(number), .. file[token.End..]];
    }

    // /Type /Page, /Length 20: a name, or an operator or keyword, in place of another one of the file.
    private static byte[] SwapTokens(byte[] file, Random random, Predicate<byte> starts, Predicate<byte> ends) =>
        Token(file, random, starts, ends) is { } token && Token(file, random, starts, ends) is { } other
            ? [.. file[..token.Start], .. file[other], .. file[token.End..]]
            : file;

    private static Range Chunk(byte[] file, Random random)
    {
        // Small ones and large ones alike.
        var length = 1 + random.Next(Math.Max(1, file.Length >> random.Next(1, 9)));
        var start = random.Next(file.Length - length + 1);
        return start..(start + length);
    }

    // The first token at or after a random place.
    private static Range? Token(byte[] file, Random random, Predicate<byte> starts, Predicate<byte> ends)
    {
        var start = Array.FindIndex(file, random.Next(file.Length), starts);
        if (start < 0)
        {
            return null;
        }

        var end = start + 1 < file.Length ? Array.FindIndex(file, start + 1, ends) : -1;
        return start..(end < 0 ? file.Length : end);
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b);

    private static bool IsNameStart(byte b) => b == (byte)'/';

    private static bool IsNameEnd(byte b) => !char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'-' or (byte)'#' or (byte)'.' or (byte)'+');
}
