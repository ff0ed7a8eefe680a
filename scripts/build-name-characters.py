#!/usr/bin/env python3
"""Turn counts of characters in names into src/NewsExtract.Extraction/Mentions/Persons/NameCharacters.lex.txt.

usage: build-name-characters.py NR_TXT NRF_TXT FAMILY_NAMES_XLSX JIEBA_DICT > .../NameCharacters.lex.txt

NR_TXT              HanLP 1.x data/dictionary/person/nr.txt (Apache-2.0): how often a character is a surname (B), the first (C)
                    or last (D) of two given characters, or a single given one (E). Only these counts are used, no name.
NRF_TXT             HanLP 1.x nrf.txt: which characters spell foreign names; only the characters' counts are used
FAMILY_NAMES_XLSX   the family names of wainshine/Chinese-Names-Corpus (Apache-2.0), for rare and compound surnames
JIEBA_DICT          jieba's dict.txt (MIT): how often a character stands in running text

A number is ten times the natural logarithm of how much more likely the character is in that place of a name than anywhere.
"""
import math
import re
import sys
import zipfile
from collections import Counter

SECTIONS = {"B": "surname", "C": "first", "D": "last", "E": "single", "F": "foreign"}
# Family names in use that the list lacks, most of them of the south-west and north-west.
RARE = "侬 妥 者 郧 祭 尕 矣 起 老 辰 乜 厍 仉 禚 逄 訾 郄 亓 佴 庹 阚 雒 鄱 笪 逯 郜 缑 呙 虢 綦 冼 禤 麦 区 招 闭 莫 韦 覃 农 岑 冉 粟 隗 谯 蹇 税 植 卯 岩 玉 普 寸 茶 和 木 阿 果 肇 鄂 佟 那 关 锁 海 哈 虎 拓 把 折 党 药 底 续 智 郗 昝 臧 勾 揭 阙 蓝 雷 钟 畲 粘 洪 辜 连 池 占 帅 璩 展 逢 牟 战 宿 初 衣 隋 柏 随 修 丛 荆 鞠 矫 慕 年 图 央 扎 才 切 安 单 乐".split()


def main(counts_path, foreign_path, family_path, dictionary):
    text = Counter()
    with open(dictionary, encoding="utf-8") as file:
        for line in file:
            word, frequency, _ = line.split(" ")
            for character in word:
                text[character] += int(frequency)
    text_total = sum(text.values())

    roles = {role: Counter() for role in SECTIONS}
    with open(counts_path, encoding="utf-8") as file:
        for line in file:
            word, *items = line.split()
            if len(word) == 1:
                for role, count in zip(items[::2], items[1::2]):
                    if role in roles:
                        roles[role][word] += int(count)

    with open(foreign_path, encoding="utf-8") as file:
        for line in file:
            roles["F"].update(character for character in line.split()[0] if character != "·")

    strings = re.findall(r"<t[^>]*>([^<]*)</t>", zipfile.ZipFile(family_path).read("xl/sharedStrings.xml").decode())
    family = [name for name in strings if re.fullmatch(r"[\u4e00-\u9fff]{1,2}", name)]

    print("# How much likelier a character is in a name than in running text, ten times its natural logarithm, from the character")
    print("# counts of HanLP 1.x (nr.txt, Apache-2.0), the family names of wainshine/Chinese-Names-Corpus (Apache-2.0) and")
    print("# jieba's word frequencies (MIT), by scripts/build-name-characters.py. No person's name was copied.")
    for role, section in SECTIONS.items():
        counter = roles[role]
        if role == "B":
            for name in family:
                if len(name) == 1:
                    counter[name] += 1
            for name in RARE:
                counter[name] += 1
        total = sum(counter.values())
        print(f"[{section}]")
        row = []
        for character, count in sorted(counter.items()):
            if not "\u4e00" <= character <= "\u9fff" or (count < (8 if role == "F" else 2) and role != "B"):
                continue
            score = round(10 * math.log((count + 0.2) / total / ((text[character] + 50) / text_total)))
            row.append(f"{character}={max(-60, min(80, score))}")
        for i in range(0, len(row), 24):
            print(" ".join(row[i:i + 24]))
    print("[compound]")
    compound = sorted({name for name in family if len(name) == 2} | set(
        "万俟 亓官 仲长 司寇 司空 叱干 呼延 哥舒 宇文 尉迟 巫马 张简 拓跋 拓拔 公良 公西 公孙 公羊 公冶 漆雕 濮阳 澹台 独孤 "
        "百里 皇甫 第五 端木 范姜 南荣 南宫 南门 东郭 东方 东门 西门 北堂 闻人 闾丘 颛孙 谷梁 轩辕 赫连 钟离 长孙 鲜于 乐正 子车 太史 "
        "申屠 诸葛 令狐 慕容 欧阳 上官 司徒 司马 夏侯 完颜 宗政 宰父 左丘 梁丘 淳于 单于 段干 羊舌 贺兰 纳兰 那拉 叶赫 爱新 沙咤 耶律 阿史那 "
        "涂山 吐火罗 刘付 欧侯 相里 步六".split()))
    compound = [name for name in compound if len(name) == 2]
    for i in range(0, len(compound), 30):
        print(" ".join(compound[i:i + 30]))


if __name__ == "__main__":
    main(*sys.argv[1:])
