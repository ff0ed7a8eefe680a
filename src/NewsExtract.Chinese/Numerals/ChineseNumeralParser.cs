using static NewsExtract.Chinese.Numerals.NumeralCharacters;

namespace NewsExtract.Chinese.Numerals;

/// <summary>
/// Reads one numeral in Chinese characters: 一千二百万, 二十多万, 五六百, 十七八, 数十, 一点八, 三千六, 廿六, 二〇二三.
/// </summary>
internal ref struct ChineseNumeralParser
{
    private readonly ReadOnlySpan<char> _text;
    private readonly int _start;
    private int _position;
    private decimal _total;
    private decimal _section;
    private int _digit = -1;
    private int _rangeDigit = -1;
    private decimal _lastPlace = decimal.MaxValue;
    private decimal _scale = 1;
    private bool _zero;
    private bool _bare;
    private Approximation _approximation;
    private decimal _openPlace;
    private readonly bool _capital;

    public ChineseNumeralParser(ReadOnlySpan<char> text, int start)
    {
        _text = text;
        _start = start;
        _position = start;
        _capital = IsCapital(text[start]);
    }

    public bool TryParse(out Numeral numeral)
    {
        numeral = default;
        if (TryReadRun(out numeral))
        {
            return true;
        }

        // 数十, 几百: the number of tens is open; the place itself is the floor.
        if (Current is '数' or '几')
        {
            if (SmallPlace(Peek(1)) == 0 && LargePlace(Peek(1)) == 0)
            {
                return false;
            }

            _approximation = Approximation.Over;
            _digit = 1;
            _openPlace = 9;
            _position++;
        }

        while (_position < _text.Length && Step())
        {
        }

        return Finish(out numeral);
    }

    private readonly char Current => Peek(0);

    private readonly char Peek(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    // 二〇二三 ; 五二五 ; but 五六百 and 七八 are ranges, and 二三十 too.
    private readonly bool TryReadRun(out Numeral numeral)
    {
        numeral = default;
        var end = _start;
        var value = 0m;
        while (end < _text.Length && ChineseDigit(_text[end]) is var digit and >= 0 && _text[end] != '两' && IsCapital(_text[end]) == _capital)
        {
            value = end - _start < 24 ? (value * 10) + digit : value;
            end++;
        }

        // 五分之一二手车
        var length = end - _start;
        if (length == 2 && end < _text.Length && _text[end] == '手' && _text[end - 1] == '二')
        {
            numeral = new Numeral(_start, end - 1, ChineseDigit(_text[_start]), ChineseDigit(_text[_start]), NumeralForm.Positional) { Scale = 1 };
            return true;
        }

        if (length < 2 || (end < _text.Length && (SmallPlace(_text[end]) > 0 || LargePlace(_text[end]) > 0) && length == 2))
        {
            return false;
        }

        int first = ChineseDigit(_text[_start]), second = ChineseDigit(_text[_start + 1]);
        var range = length == 2 && first > 0 && (second == first + 1 || (first == 3 && second == 5));
        if (ReadFraction(end, value) is var (fraction, fractionEnd) && fractionEnd > end)
        {
            // 一八三零点六
            numeral = new Numeral(_start, fractionEnd, value + fraction, value + fraction, NumeralForm.DigitRun) { Scale = 1 };
            return true;
        }

        numeral = new Numeral(_start, end, range ? first : value, range ? second : value, NumeralForm.DigitRun)
        {
            PlainDigits = length,
            Scale = 1,
        };
        return true;
    }

    private bool Step()
    {
        var character = Current;
        if (!_capital && IsCapitalWord(character) && !NumeralReader.HasCapitalCompany(_text, _position))
        {
            return false;
        }

        if (ChineseDigit(character) is var digit and >= 0)
        {
            return StepDigit(digit);
        }

        if (JoinedTens(character) is var tens and > 0)
        {
            if (_digit >= 0 || _lastPlace <= 10)
            {
                return false;
            }

            _section += tens;
            _lastPlace = 10;
            _position++;
            return true;
        }

        if (SmallPlace(character) is var small and > 0)
        {
            return StepSmallPlace(small);
        }

        if (LargePlaceAt(_position) is var large and > 0)
        {
            return StepLargePlace(large);
        }

        return character is '多' or '余' or '几' or '来' && StepMarker(character);
    }

    private bool StepDigit(int digit)
    {
        if (_approximation != Approximation.Exact)
        {
            return false;
        }

        if (digit == 0)
        {
            // 一千零六十; a zero at the end is a numeral's own only at its start.
            if (_position > _start && (_digit >= 0 || (ChineseDigit(Peek(1)) <= 0 && SmallPlace(Peek(1)) == 0 && Peek(1) != '几')))
            {
                return false;
            }

            _zero = _position > _start;
            _digit = _position == _start ? 0 : _digit;
            _position++;
            return true;
        }

        if (_digit > 0 && _rangeDigit < 0 && (digit == _digit + 1 || (_digit == 3 && digit == 5)))
        {
            // 五六百, 十七八, 两三: the second digit opens a range.
            _rangeDigit = digit;
            _position++;
            return true;
        }

        if (_digit >= 0)
        {
            return false;
        }

        _digit = digit;
        _position++;
        return true;
    }

    private bool StepSmallPlace(int place)
    {
        if (place == 10 && _bare && _lastPlace == 100 && _digit < 0)
        {
            // 百十来户: about a hundred.
            _approximation = Approximation.About;
            _lastPlace = 10;
            _position++;
            return Current == '来' && Skip();
        }

        if (place >= _lastPlace || (_digit < 0 && _position > _start && !_zero && !(place == 10 && _lastPlace == 100)) || (_digit == 0 && !(place == 10 && _position == _start + 1)))
        {
            return false;
        }

        // 一千瓦 is one 千瓦; 两千米 is two thousand 米 all the same.
        if (place == 1000 && _digit > 0 && _total == 0 && _approximation == Approximation.Exact
            && (Peek(1) is '瓦' or '帕' or '赫' or '焦' or '卡' or '乏' or '伏' or '克' || (Peek(1) == '比' && Peek(2) == '特') || (Peek(1) == '字' && Peek(2) == '节')))
        {
            return false;
        }

        if (_digit < 0)
        {
            _bare = place > 10 && _position == _start;
            _digit = 1;
        }
        else if (_digit == 0)
        {
            // 零十
            _digit = 1;
        }

        if (_rangeDigit >= 0)
        {
            return StepRangePlace(place);
        }

        _section += _digit * (decimal)place;
        _openPlace *= place;
        _digit = -1;
        _lastPlace = place;
        _scale = Math.Max(_scale, place);
        _zero = false;
        _position++;
        return true;
    }

    private bool Skip()
    {
        _position++;
        return false;
    }

    // 五六百(万): low and high both take the places that follow, so the rest is read here at once.
    private bool StepRangePlace(decimal place)
    {
        _position++;
        while (LargePlace(Current) is var large and > 0 && place * large < 1e20m)
        {
            place *= large;
            _position++;
        }

        _scale = place;
        _lastPlace = 1;
        _rangePlace = place;
        return false;
    }

    private decimal _rangePlace = 1;

    private bool StepLargePlace(long place)
    {
        if (_rangeDigit >= 0)
        {
            return StepRangePlace(place);
        }

        if (_position == _start)
        {
            _bare = true;
            _digit = 1;
        }

        var section = _section + Math.Max(_digit, 0);
        if (section == 0)
        {
            // 万亿: the 亿 multiplies what 万 made; 四万万 and 一亿亿 likewise, but not the 万万 of 万万不可.
            if (_total > 0 && _lastPlace == _scale && _scale <= 100_000_000 && (place > _scale || (place == _scale && (!_bare || Peek(1) == '分') && LargePlace(_text[_position - 1]) > 0)))
            {
                _total *= place;
                _scale *= place;
                _lastPlace = _scale;
                _openPlace *= place;
                _position++;
                return true;
            }

            return false;
        }

        if (place == 100_000_000 && _scale is >= 10_000 and < 100_000_000)
        {
            _total = (_total + section) * place;
            _scale = place * 10_000m;
        }
        else if (_total > 0 && place >= _scale)
        {
            return false;
        }
        else
        {
            _total += section * place;
            _scale = Math.Max(_scale, place);
        }

        _section = 0;
        _openPlace *= place;
        _digit = -1;
        _zero = false;
        _lastPlace = place;
        _position++;
        return true;
    }

    private bool StepMarker(char character)
    {
        var afterPlace = _position > _start && _digit < 0 && _rangeDigit < 0;

        // 二十几万多亿
        var again = _lastPlace == 10_000 && Peek(1) == '亿' && LargePlace(_text[_position - 1]) > 0;
        if (!afterPlace || (_approximation != Approximation.Exact && !again) || NumeralReader.IsOtherWord(_text, _position))
        {
            return false;
        }

        // 十来个, but not 三十来自 or 二十年来.
        if (character == '来' && (_lastPlace != 10 || Peek(1) is not ('个' or '人' or '名' or '家' or '年' or '岁' or '天' or '里' or '万' or '亩' or '户')))
        {
            return false;
        }

        if (_approximation == Approximation.Exact)
        {
            // 九百零几 is below 910.
            _openPlace = _zero ? 10 : _lastPlace;
        }

        _approximation = character == '来' ? Approximation.About : Approximation.Over;
        _position++;
        return true;
    }

    private bool Finish(out Numeral numeral)
    {
        numeral = default;
        if (_position == _start)
        {
            return false;
        }

        if (_digit == 2 && _rangeDigit < 0 && _position - _start > 1 && _text[_position - 1] == '两')
        {
            // 八百两: the unit of weight.
            _digit = -1;
            _position--;
        }

        var low = _total + _section;
        var high = low;
        if (_rangeDigit >= 0)
        {
            low += _digit * _rangePlace;
            high += _rangeDigit * _rangePlace;
        }
        else if (_digit > 0)
        {
            // 三千六, 一亿三: a last digit takes the place below the last one named, unless a 零 stands between.
            var unit = !_zero && _approximation == Approximation.Exact && _lastPlace is >= 100 and < decimal.MaxValue ? _lastPlace / 10 : 1;
            low += _digit * unit;
            high = low;
        }

        if (_rangeDigit < 0 && _approximation == Approximation.Exact)
        {
            ReadDecimals(ref low);
            high = low;
        }

        numeral = new Numeral(_start, _position, low, high, _bare && IsAllPlaces() ? NumeralForm.BareScale : NumeralForm.Positional)
        {
            Approximation = _approximation,
            Ceiling = _approximation == Approximation.Over ? low + _openPlace : null,
            Scale = _scale,
        };
        return true;
    }

    private readonly bool IsAllPlaces()
    {
        for (var i = _start; i < _position; i++)
        {
            if (ChineseDigit(_text[i]) >= 0 || JoinedTens(_text[i]) > 0 || _text[i] is '数' or '几' or '点')
            {
                return false;
            }
        }

        return true;
    }

    // 一点八 ; 三十八点五 ; 二点五万
    private void ReadDecimals(ref decimal value)
    {
        var (fraction, end) = ReadFraction(_position, value);
        if (end == _position)
        {
            return;
        }

        value += fraction;
        _position = end;
        while (LargePlaceAt(_position) is var large and > 0 && value < 1e15m)
        {
            value *= large;
            _scale *= large;
            _position++;
        }
    }

    // 点八 ; 点123 behind a number that is no hour ; but not the 点 of 九点三十分
    private readonly (decimal Fraction, int End) ReadFraction(int start, decimal whole)
    {
        if (start >= _text.Length || _text[start] != '点')
        {
            return (0, start);
        }

        var end = start + 1;
        var unit = 0.1m;
        var fraction = 0m;
        var arabic = whole > 24 && end < _text.Length && IsArabic(_text[end]);
        while (end < _text.Length && (arabic ? IsArabic(_text[end]) ? _text[end] - '0' : -1 : _text[end] == '两' ? -1 : ChineseDigit(_text[end])) is var digit and >= 0)
        {
            // A decimal holds 28 places; further ones are read over.
            fraction += digit * unit;
            unit /= 10;
            end++;
        }

        return end == start + 1 || (end < _text.Length && SmallPlace(_text[end]) == 10) ? (0, start) : (fraction, end);
    }

    // 七兆五十三亿 ; the 兆 of 五兆瓦 and of 五兆宽带 is a unit.
    private readonly long LargePlaceAt(int position) => position >= _text.Length ? 0
        : _text[position] == '兆' ? NumeralReader.IsTrillion(_text, position) ? 1_000_000_000_000 : 0
        : LargePlace(_text[position]);
}
