using static NewsExtract.Chinese.Numerals.NumeralCharacters;

namespace NewsExtract.Chinese.Numerals;

/// <summary>The places: 十, 百, 千 within a section, 万 and 亿 that multiply one.</summary>
internal ref partial struct ChineseNumeralParser
{
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

    // 七兆五十三亿 ; the 兆 of 五兆瓦 and of 五兆宽带 is a unit.
    private readonly long LargePlaceAt(int position) => position >= _text.Length ? 0
        : _text[position] == '兆' ? NumeralReader.IsTrillion(_text, position) ? 1_000_000_000_000 : 0
        : LargePlace(_text[position]);
}
