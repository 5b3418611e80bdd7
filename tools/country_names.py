"""Write briefings/languages/names/countries.toml: countries in Turkish and English, from CLDR by way of Babel.

    python tools/country_names.py

Run it again when Babel brings a newer CLDR; what desks write instead ("ABD") is in country_aliases.toml.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

TARGET = Path(__file__).resolve().parent.parent / "briefings" / "languages" / "names" / "countries.toml"
HEADER = '# Written by tools/country_names.py from CLDR (Unicode licence). ISO 3166 code = ["Turkish", "English"]\n'
NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "TA", "UM", "EA", "IC"})


def main() -> None:
    """Write the file, one country a line, sorted by code."""
    turkish, english = Locale("tr").territories, Locale("en").territories
    known = (str(code) for code in english)
    codes = sorted(code for code in known if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES)
    lines = [f'{code} = ["{plain(turkish[code])}", "{plain(english[code])}"]\n' for code in codes]
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")


def plain(name: str) -> str:
    """Give a name without what CLDR adds for menus: "Hong Kong SAR China", "Myanmar (Burma)"."""
    name = name.split(" (", maxsplit=1)[0].replace("’", "'")
    for tail in (" ÖİB", " SAR China", " Çin"):
        name = name.removesuffix(tail)
    return name.removesuffix(" ÖİB").replace("Çin Hong Kong", "Hong Kong").replace("Çin Makao", "Makao")


if __name__ == "__main__":
    main()
