using NewsExtract.Extraction.Mentions.Titles;

namespace NewsExtract.Extraction.Mentions.Persons;

/// <summary>A person's name found in an article.</summary>
/// <param name="IsFirm">Its context alone says that it is a name, so that it is looked for elsewhere in the article.</param>
internal readonly record struct PersonCandidate(TextSpan Span, bool IsFirm);

/// <summary>
/// Finds names on characters: each place where a name may start is weighed by what stands before it (a title, 记者, a name
/// and 、), what the characters are (<see cref="NameModel"/>), what follows (说, 出席, a stop), and where words end.
/// Names that their context vouches for are then found everywhere in the article.
/// </summary>
internal sealed partial class PersonScanner
{
    private const float Threshold = 4f;
    private const float TitleLead = 4.5f;
    private const float CreditLead = 5.2f;
    private const float KinLead = 3.2f;
    private const float WordLead = 1.8f;
    private const float ListLead = 4f;
    private const float QuoteLead = 1.9f;
    private const float BreakLead = 1.2f;
    private const float BodyLead = 0.8f;
    private const float NoLead = -1f;
    private const float CertainFollow = 4.6f;
    private const float AppointmentFollow = 3.9f;

    private readonly string _text;
    private readonly ReversedText _reversed;
    private readonly TokenMap _tokens;
    private readonly NameModel _model = NameModel.Shared;
    private readonly ArticleText _article;
    private readonly int[] _titleAtEnd;
    private readonly bool[] _guessedEnds;
    private readonly bool[] _titleStarts;
    private readonly bool[] _placeEnds;
    private readonly int[] _placeLengths;
    private readonly bool[] _tables;
    private readonly int[] _certain;
    private readonly bool[] _nameEnds;
    private readonly List<PersonCandidate> _found = [];

    public PersonScanner(ArticleText article, ReversedText reversed, TokenMap tokens, IReadOnlyList<TitleCandidate> titles, Places.PlaceScan places)
    {
        var text = article.Text;
        _article = article;
        _text = text;
        _reversed = reversed;
        _tokens = tokens;
        _guessedEnds = new bool[text.Length + 1];
        _titleAtEnd = new int[text.Length + 1];
        Array.Fill(_titleAtEnd, -1);
        _titleStarts = new bool[text.Length + 1];
        _placeEnds = new bool[text.Length + 1];
        _placeLengths = new int[text.Length + 1];
        _nameEnds = new bool[text.Length + 1];
        foreach (var title in titles)
        {
            _titleAtEnd[title.End] = title.CoreStart;
            _guessedEnds[title.End] = title.IsGuessed;
            _titleStarts[title.Start] = true;
            _titleStarts[title.CoreStart] = true;
        }

        foreach (var place in places.Places)
        {
            _placeEnds[place.Span.End] = true;
            _placeLengths[place.Span.Start] = place.IsShort ? -place.Span.Length : place.Span.Length;
        }

        _tables = NameTables.Find(article, _model);
        _certain = Bylines.Find(article, titles);
    }

    public List<PersonCandidate> Scan()
    {
        for (var i = 0; i < _text.Length;)
        {
            var length = NameAt(i, out var firm);
            if (length == 0)
            {
                i++;
                continue;
            }

            _found.Add(new PersonCandidate(new TextSpan(i, i + length), firm));
            i += length;
            _nameEnds[i] = true;
        }

        return _found;
    }

    private int NameAt(int start, out bool firm)
    {
        firm = false;
        var first = _text[start];
        if (!IsHan(first))
        {
            return IsLatinStart(start) && Lead(start) >= ListLead ? Firm(LatinName(start), out firm) : 0;
        }

        if (_titleStarts[start] || PersonLexicon.NotName.Longest(_text, start, out _) > 0)
        {
            return 0;
        }

        if (_certain[start] > 0)
        {
            return Firm(_certain[start], out firm);
        }

        var lead = Lead(start);
        var spread = SpreadName(start, lead);
        if (spread > 0)
        {
            return Firm(spread, out firm);
        }

        var dotted = DottedName(start, lead);
        if (dotted > 0)
        {
            return Firm(dotted, out firm);
        }

        var isSurname = _model.IsSurname(_text, start, out _);
        if (!isSurname && lead < BreakLead)
        {
            return 0;
        }

        if (lead < BreakLead && _tokens.IsInside(start))
        {
            return 0;
        }

        // 董事长说, 记者从: the word after the title speaks of it and is no name.
        var verb = PersonLexicon.After.Longest(_text, start, out _);
        var best = Threshold;
        var bestLength = 0;
        var limit = Math.Min(_text.Length - start, lead >= BreakLead ? NameModel.MaxLongLength : NameModel.MaxLength);
        for (var length = NameModel.MinLength; length <= limit && IsHan(_text[start + length - 1]); length++)
        {
            // 王　勇 is spread out over three places; a blank elsewhere parts two names.
            if (HasGap(start + length - 1) && length > 2)
            {
                break;
            }

            var score = Weigh(start, length, lead, isSurname) - (verb > 1 ? 2.5f : 0);
            if (score > best)
            {
                best = score;
                bestLength = length;
            }

            if (length == 2 && HasGap(start + 1))
            {
                break;
            }
        }

        firm = lead >= WordLead || best >= Threshold + 1;
        return bestLength;
    }

    private static int Firm(int length, out bool firm)
    {
        firm = length > 0;
        return length;
    }

    private float Weigh(int start, int length, float lead, bool isSurname)
    {
        var end = start + length;
        var name = _text.AsSpan(start, length);
        var chinese = isSurname ? _model.Chinese(name) : float.NegativeInfinity;
        var likeness = Math.Clamp(0.5f * chinese, lead >= TitleLead ? -2 : -2.5f, 4);
        if (float.IsNegativeInfinity(chinese))
        {
            likeness = -4;
        }

        if (lead >= KinLead && _model.IsJapanese(name))
        {
            likeness = Math.Max(likeness, 0.6f + (0.3f * length));
        }

        if (lead >= KinLead || (lead >= BreakLead && (length > 2 || _model.IsMinority(name))))
        {
            var spelled = _model.Spelled(name) / length;
            likeness = Math.Max(likeness, (spelled * 2.4f) - (lead >= KinLead ? 2.6f : 3.2f));
        }

        var place = _placeLengths[start];
        if (place >= length && place > 2)
        {
            return float.NegativeInfinity;
        }

        if (Math.Abs(place) == length && lead < TitleLead)
        {
            likeness -= lead >= ListLead ? 3 : 1.5f;
        }

        if (lead < TitleLead && _text[end - 1] is '镇' or '乡' or '村' or '县' or '市' or '区' or '省')
        {
            likeness -= 3;
        }

        // 党委书记才项多杰汇报: no surname, but a title before and a verb of speech behind.
        if (likeness < -2 && lead >= TitleLead && length is 3 or 4 && PersonLexicon.After.Longest(_text, end, out var verb) > 1 && verb == 0 && !HasAfterWord(start, end))
        {
            likeness = -2;
        }

        if (likeness <= -4)
        {
            return float.NegativeInfinity;
        }

        // 招商投资: a word of the dictionary, where little leads to a name.
        if (lead < KinLead && length == 2 && _tokens.Exactly(start, end) is { Tag: { } tag } && !tag.StartsWith("nr", StringComparison.Ordinal))
        {
            likeness = Math.Min(likeness, 1);
        }

        // 晏小如说, 肖大克等: the last character belongs to what follows.
        if (length > 2 && PersonLexicon.Tails.TryGet(_text.AsSpan(end - 1, 1), out _))
        {
            likeness -= 2.2f;
        }

        // 李小瑶|荣获: the last character opens the verb.
        if (length > 2 && PersonLexicon.After.Longest(_text, end - 1, out _) > 1)
        {
            likeness -= 2.2f;
        }

        // 中山大学, 西门子公司: a body.
        if (length > 2 && IsBody(name))
        {
            return float.NegativeInfinity;
        }

        if (_model.CutsMinority(_text, start, end))
        {
            likeness -= 2;
        }

        var follow = Follow(end, lead);
        if (follow < 0)
        {
            likeness = Math.Min(likeness, length >= 4 && _model.IsMinority(name) ? 3.5f : float.IsNegativeInfinity(chinese) ? 1 : 3);
        }

        return lead + likeness + follow + Words(start, end, follow >= AppointmentFollow ? TitleLead : lead);
    }

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';
}
