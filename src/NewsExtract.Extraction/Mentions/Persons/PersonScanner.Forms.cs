namespace NewsExtract.Extraction.Mentions.Persons;

// Names with dots, in Latin letters, and spread out by blanks.
internal sealed partial class PersonScanner
{
    // 院长车　辙宣布: a full-width blank evens out a short name.
    private int SpreadName(int start, float lead)
    {
        if (!_model.IsSurname(_text, start, out var surname))
        {
            return 0;
        }

        if (surname == 2 && HasWideBlank(start + 1))
        {
            surname = 1;
        }

        var blank = start + surname;
        if (!HasWideBlank(blank) || blank + 1 >= _text.Length || !IsHan(_text[blank + 1]))
        {
            return 0;
        }

        var best = Threshold;
        var bestEnd = 0;
        for (var end = blank + 2; end <= Math.Min(_text.Length, blank + 3) && IsHan(_text[end - 1]); end++)
        {
            var name = string.Concat(_text.AsSpan(start, surname), _text.AsSpan(blank + 1, end - blank - 1));
            var follow = Follow(end, lead);
            var score = lead + Math.Clamp(0.5f * _model.Chinese(name), -1.5f, 4) + follow + (end == blank + 2 ? 0.6f : 0);
            if (score > best && (lead >= WordLead || follow >= 1))
            {
                best = score;
                bestEnd = end;
            }
        }

        return bestEnd == 0 ? 0 : bestEnd - start;
    }

    // A full-width blank within 车　辙, or any blank between two characters that stand alone: 钱 坤.
    private bool HasWideBlank(int position) =>
        position < _text.Length && _text[position] == ' ' && _article.SourceOffset(position) is var offset && offset != ArticleText.NoSource
        && (_article.Document.Text[offset] == '　' || (IsAlone(position - 1) && position + 1 < _text.Length && IsAlone(position + 1)));

    private bool IsAlone(int position) =>
        position >= 0 && IsHan(_text[position]) && (position == 0 || !IsHan(_text[position - 1])) && (position + 1 == _text.Length || !IsHan(_text[position + 1]));

    // 玛丽·奥尔洛娃, 朱·那木, 路易·马里奥·佩索阿.
    private int DottedName(int start, float lead)
    {
        var dot = start + 1;
        while (dot < _text.Length && dot - start <= 7 && IsHan(_text[dot]))
        {
            dot++;
        }

        if (dot >= _text.Length || _text[dot] != '·' || dot - start > 7)
        {
            return 0;
        }

        // 棉农古丽·买买提: the name begins behind the nearest word that leads to one.
        for (var later = start + 1; later < dot; later++)
        {
            if (Lead(later) is var stronger && stronger >= WordLead && stronger >= lead)
            {
                return 0;
            }
        }

        // 威海·荣成 is a place.
        if (_text[start] is '了' or '的' || (_placeEnds[dot] && _placeLengths[start] != 0 && lead < TitleLead))
        {
            return 0;
        }

        var head = _model.Spelled(_text.AsSpan(start, dot - start));
        // 专家汉斯·穆勒: with nothing before that leads to a name, the characters alone have to tell where it begins.
        if (lead < WordLead && (lead < 0 ? _tokens.IsInside(start) || head < 1.2f * (dot - start) : head < 0.5f))
        {
            return 0;
        }

        var part = dot;
        while (true)
        {
            var next = part + 1;
            while (next < _text.Length && next - part <= 6 && IsHan(_text[next]))
            {
                next++;
            }

            if (next < _text.Length && _text[next] == '·' && next - part is > 1 and <= 7)
            {
                part = next;
                continue;
            }

            var best = 0f;
            var end = 0;
            for (var i = part + 2; i <= next; i++)
            {
                // 铁木则感谢, 蓬萨万和: a particle ends the name.
                if (i > part + 2 && (PersonLexicon.Tails.TryGet(_text.AsSpan(i - 1, 1), out _) || _text[i - 1] is '和' or '率'))
                {
                    break;
                }

                var spelled = 3 * _model.Spelled(_text.AsSpan(part + 1, i - part - 1)) / (i - part - 1);
                var score = spelled + (2 * Follow(i, Math.Max(lead, WordLead))) + (_tokens.IsInside(i) ? -0.5f : 0.5f) + 4;
                if (score > best)
                {
                    best = score;
                    end = i;
                }
            }

            return end == 0 ? 0 : end - start;
        }
    }

    private bool IsLatinStart(int position) =>
        char.IsAsciiLetterUpper(_text[position]) && position + 1 < _text.Length && char.IsAsciiLetterLower(_text[position + 1])
        && (position == 0 || !char.IsAsciiLetter(_text[position - 1]));

    // Helen Nygaard: two or three capitalised words.
    private int LatinName(int start)
    {
        var words = 0;
        var end = 0;
        for (var i = start; i < _text.Length && words < 4 && IsLatinStart(i);)
        {
            while (i < _text.Length && (char.IsAsciiLetter(_text[i]) || _text[i] is '-' or '\''))
            {
                i++;
            }

            end = i;
            words++;
            if (i >= _text.Length || _text[i] != ' ')
            {
                break;
            }

            i++;
        }

        return words >= 2 ? end - start : 0;
    }
}
