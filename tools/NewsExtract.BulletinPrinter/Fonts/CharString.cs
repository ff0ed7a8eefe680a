using System.Buffers.Binary;

namespace NewsExtract.BulletinPrinter.Fonts;

/// <summary>A Type 2 glyph program (Adobe Technical Note 5177) with its subroutines written out where they are called.</summary>
internal sealed class CharString(List<byte[]> globals, List<byte[]> locals)
{
    private readonly List<byte> _output = [];

    // Where in the output each operand on the stack begins, and its value: a call takes the last one back.
    private readonly Stack<(int Start, int Value)> _operands = [];
    private int _hints;

    public static byte[] WithoutSubroutines(byte[] program, List<byte[]> globals, List<byte[]> locals)
    {
        var reader = new CharString(globals, locals);
        reader.Run(program);
        return [.. reader._output];
    }

    /// <returns>Whether the glyph has ended.</returns>
    private bool Run(byte[] program)
    {
        for (var at = 0; at < program.Length;)
        {
            var first = program[at];
            if (first is 28 or >= 32)
            {
                var length = first switch { 28 => 3, <= 246 => 1, <= 254 => 2, _ => 5 };
                _operands.Push((_output.Count, Value(program, at)));
                _output.AddRange(program.AsSpan(at, length));
                at += length;
                continue;
            }

            at++;
            switch (first)
            {
                case 10 or 29:
                    if (Call(first == 10 ? locals : globals))
                    {
                        return true;
                    }

                    break;
                case 11:
                    return false;
                case 1 or 3 or 18 or 23:
                    _hints += _operands.Count / 2;
                    Emit(first);
                    break;
                case 19 or 20:
                    // Operands before a mask are vertical hints whose operator is left out.
                    _hints += _operands.Count / 2;
                    Emit(first);
                    var mask = (_hints + 7) / 8;
                    _output.AddRange(program.AsSpan(at, mask));
                    at += mask;
                    break;
                case 12:
                    Emit(first);
                    _output.Add(program[at++]);
                    break;
                default:
                    Emit(first);
                    if (first == 14)
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    private bool Call(List<byte[]> subroutines)
    {
        var (start, value) = _operands.Pop();
        _output.RemoveRange(start, _output.Count - start);
        var bias = subroutines.Count < 1240 ? 107 : subroutines.Count < 33900 ? 1131 : 32768;
        return Run(subroutines[value + bias]);
    }

    private void Emit(byte operation)
    {
        _output.Add(operation);
        _operands.Clear();
    }

    private static int Value(byte[] program, int at) => program[at] switch
    {
        28 => BinaryPrimitives.ReadInt16BigEndian(program.AsSpan(at + 1)),
        <= 246 => program[at] - 139,
        <= 250 => (program[at] - 247) * 256 + program[at + 1] + 108,
        <= 254 => -(program[at] - 251) * 256 - program[at + 1] - 108,
        _ => BinaryPrimitives.ReadInt32BigEndian(program.AsSpan(at + 1)) >> 16,
    };
}
