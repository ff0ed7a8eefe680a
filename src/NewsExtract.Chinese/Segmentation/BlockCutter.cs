using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NewsExtract.Chinese.Segmentation;

/// <summary>
/// Cuts the blocks of one text and gathers the tokens, in pooled buffers. The scores are summed in the original's order,
/// from the end of the block and in double precision, so that near ties fall as they do there.
/// </summary>
internal ref struct BlockCutter
{
    private readonly ReadOnlySpan<char> _text;
    private readonly SegmentationModel _model;
    private readonly UserLexicon? _user;
    private readonly ReadOnlySpan<TrieCell> _cells;
    private readonly ReadOnlySpan<ushort> _codes;
    private readonly ReadOnlySpan<double> _logFrequencies;
    private readonly ReadOnlySpan<string?> _tags;
    private readonly double _logTotal;
    private RouteStep[] _route;
    private Token[] _tokens;
    private int _count;

    public BlockCutter(SegmentationModel model, UserLexicon? user, ReadOnlySpan<char> text)
    {
        _text = text;
        _model = model;
        _user = user;
        _cells = model.Cells;
        _codes = model.Codes;
        _logFrequencies = model.LogFrequencies;
        _tags = model.EntryTags;
        _logTotal = Math.Log(user?.TotalFrequency ?? model.TotalFrequency);
        _route = ArrayPool<RouteStep>.Shared.Rent(256);
        _tokens = ArrayPool<Token>.Shared.Rent(Math.Max(text.Length / 2, 16));
    }

    /// <summary>Best way on from a character: the sum of logarithms to the end of the block, where its word ends, and the word's entry.</summary>
    /// <param name="Entry">0 for a character that the dictionary lacks; from <see cref="UserEntries"/> on, the user's.</param>
    private readonly record struct RouteStep(double Score, int End, int Entry);

    private const int UserEntries = ushort.MaxValue + 1;

    public readonly void Dispose()
    {
        ArrayPool<RouteStep>.Shared.Return(_route);
        ArrayPool<Token>.Shared.Return(_tokens);
    }

    public readonly ImmutableArray<Token> ToTokens() => ImmutableCollectionsMarshal.AsImmutableArray(_tokens.AsSpan(0, _count).ToArray());

    public void Add(int start, int end, string? tag)
    {
        if (_count == _tokens.Length)
        {
            var larger = ArrayPool<Token>.Shared.Rent(_count * 2);
            _tokens.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<Token>.Shared.Return(_tokens);
            _tokens = larger;
        }

        _tokens[_count++] = new Token(new TextSpan(start, end), tag);
    }

    /// <summary>Cuts a block of characters for which <see cref="WordCharacters.IsInBlock"/> holds.</summary>
    public void Cut(int start, int end)
    {
        var length = end - start;
        if (_route.Length <= length)
        {
            ArrayPool<RouteStep>.Shared.Return(_route);
            _route = ArrayPool<RouteStep>.Shared.Rent(length + 1);
        }

        if (_user is null)
        {
            FindRoute(_text[start..end]);
        }
        else
        {
            FindRoute(_text[start..end], _user);
        }

        var singles = start; // Characters from here to i stand single and wait for the HMM.
        for (var i = start; i < end;)
        {
            var step = _route[i - start];
            var next = start + step.End;
            if (next > i + 1)
            {
                CutSingles(singles, i, start);
                Add(i, next, TagOf(step.Entry, i, next));
                singles = next;
            }

            i = next;
        }

        CutSingles(singles, end, start);
    }

    private readonly void FindRoute(ReadOnlySpan<char> block)
    {
        var route = _route.AsSpan(0, block.Length + 1);
        route[block.Length] = default;
        for (var i = block.Length - 1; i >= 0; i--)
        {
            var best = new RouteStep(double.NegativeInfinity, 0, 0);
            var cellBase = SegmentationFormat.RootBase;
            for (var next = i; next < block.Length && cellBase != 0;)
            {
                var code = _codes[block[next]];
                var cell = _cells[cellBase + code];
                if (cell.Code != code)
                {
                    break;
                }

                next++;
                cellBase = cell.Base;
                if (cell.Value != 0)
                {
                    var score = _logFrequencies[cell.Value] - _logTotal + route[next].Score;
                    if (score >= best.Score)
                    {
                        best = new RouteStep(score, next, cell.Value);
                    }
                }
            }

            route[i] = best.End != 0 ? best : Unknown(route, i);
        }
    }

    /// <summary>The same with the user's words: both tries are walked in step, and the user's word hides the dictionary's.</summary>
    private readonly void FindRoute(ReadOnlySpan<char> block, UserLexicon user)
    {
        var route = _route.AsSpan(0, block.Length + 1);
        route[block.Length] = default;
        for (var i = block.Length - 1; i >= 0; i--)
        {
            var best = new RouteStep(double.NegativeInfinity, 0, 0);
            var cellBase = SegmentationFormat.RootBase;
            var node = 0;
            var isKnown = true;
            var isUsers = true;
            for (var next = i; next < block.Length;)
            {
                var code = _codes[block[next]];
                var cell = isKnown ? _cells[cellBase + code] : default;
                isKnown = isKnown && cellBase != 0 && code != 0 && cell.Code == code;
                node = isUsers ? user.Step(node, block[next]) : 0;
                isUsers = node != 0;
                if (!isKnown && !isUsers)
                {
                    break;
                }

                next++;
                cellBase = isKnown ? cell.Base : 0;
                var users = isUsers ? user.EntryAt(node) : -1;
                var isWord = users >= 0 ? user.Entries[users].Frequency > 0 : isKnown && cell.Value != 0;
                if (isWord)
                {
                    var log = users >= 0 ? user.Entries[users].LogFrequency : _logFrequencies[cell.Value];
                    var score = log - _logTotal + route[next].Score;
                    if (score >= best.Score)
                    {
                        best = new RouteStep(score, next, users >= 0 ? UserEntries + users : cell.Value);
                    }
                }
            }

            route[i] = best.End != 0 ? best : Unknown(route, i);
        }
    }

    // A character that is no word by itself and begins none here counts as a word of frequency 1.
    private readonly RouteStep Unknown(ReadOnlySpan<RouteStep> route, int i) => new(0.0 - _logTotal + route[i + 1].Score, i + 1, 0);

    /// <param name="block">Where the block begins that the route is for.</param>
    private void CutSingles(int start, int end, int block)
    {
        if (end - start < 2 || IsWord(_text[start..end]))
        {
            for (var i = start; i < end; i++)
            {
                Add(i, i + 1, TagOf(_route[i - block].Entry, i, i + 1));
            }

            return;
        }

        while (start < end)
        {
            var stop = start;
            while (stop < end && WordCharacters.IsHan(_text[stop]))
            {
                stop++;
            }

            if (stop > start)
            {
                CutHan(start, stop);
                start = stop;
                continue;
            }

            stop = WordCharacters.EndOfLatin(_text[start..end], 0) + start;
            if (stop == start || !WordCharacters.IsLetterOrDigit(_text[start]))
            {
                // Signs between Han and Latin stay together.
                stop = start;
                while (stop < end && !WordCharacters.IsLetterOrDigit(_text[stop]) && !WordCharacters.IsHan(_text[stop]))
                {
                    stop++;
                }
            }

            Add(start, stop, TagOf(start, stop));
            start = stop;
        }
    }

    private void CutHan(int start, int end)
    {
        const int SmallLength = 256;
        bool[]? rented = null;
        var ends = end - start <= SmallLength ? stackalloc bool[SmallLength] : (rented = ArrayPool<bool>.Shared.Rent(end - start));
        CharacterHmm.Cut(_model, _text[start..end], ends);
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (ends[i - start])
            {
                AddUnlessForbidden(from, i + 1);
                from = i + 1;
            }
        }

        if (rented is not null)
        {
            ArrayPool<bool>.Shared.Return(rented);
        }
    }

    private void AddUnlessForbidden(int start, int end)
    {
        if (_user is null || !_user.IsForbidden(_text[start..end]))
        {
            Add(start, end, TagOf(start, end));
            return;
        }

        for (var i = start; i < end; i++)
        {
            Add(i, i + 1, TagOf(i, i + 1));
        }
    }

    private readonly bool IsWord(ReadOnlySpan<char> word) =>
        _user is not null && _user.TryFind(word, out var users)
            ? _user.Entries[users].Frequency > 0
            : _model.TryFind(word, out var entry) && entry != 0;

    private readonly string? TagOf(int entry, int start, int end) => entry switch
    {
        0 => WordTags.OfUnknown(_text[start..end]),
        >= UserEntries => _user!.Entries[entry - UserEntries].Tag,
        _ => _tags[entry],
    };

    private readonly string? TagOf(int start, int end)
    {
        var word = _text[start..end];
        if (_user is not null && _user.TryFind(word, out var users))
        {
            return _user.Entries[users].Tag;
        }

        return WordTags.Of(_model, word);
    }
}
