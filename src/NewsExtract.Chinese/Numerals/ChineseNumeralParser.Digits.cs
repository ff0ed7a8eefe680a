using static NewsExtract.Chinese.Numerals.NumeralCharacters;

namespace NewsExtract.Chinese.Numerals;

/// <summary>Digits one after another, without places: 二〇二三, and those behind 点.</summary>
internal ref partial struct ChineseNumeralParser
{
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
}
