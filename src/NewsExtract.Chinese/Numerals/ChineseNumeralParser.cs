using static NewsExtract.Chinese.Numerals.NumeralCharacters;

namespace NewsExtract.Chinese.Numerals;

/// <summary>
/// Reads one numeral in Chinese characters: 一千二百万, 二十多万, 五六百, 十七八, 数十, 一点八, 三千六, 廿六, 二〇二三.
/// </summary>
internal ref partial struct ChineseNumeralParser
{
    private readonly ReadOnlySpan<char> _text;
    private readonly int _start;
    private int _position;
    private decimal _total;
    private decimal _section;
    private int _digit = -1;
    private int _rangeDigit = -1;
    private decimal _lastPlace = decimal.MaxValue;
    private decimal _rangePlace = 1;
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
}
