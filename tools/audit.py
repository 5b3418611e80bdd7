"""Hold the lock files against tools/advisories.toml, without a network: `./dev audit`.

Exit 1 when a locked version is one that an advisory names; an old list is said to be old, and holds all the same.
"""

from __future__ import annotations

import re
import sys
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from packaging.version import Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT: Final = Path(__file__).resolve().parent.parent
_LOCKED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
_OLD_DAYS: Final = 90


def locked(text: str) -> dict[str, str]:
    """Give the version of each package that a lock file names."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in _LOCKED.findall(text)}


def concerned(versions: Mapping[str, str], advisories: list[dict[str, Any]]) -> Iterator[str]:
    """Name each advisory that a locked version is older than the mending of."""
    for one in advisories:
        version = versions.get(one["package"])
        if version is not None and Version(version) < Version(one["fixed"]):
            yield f"{one['package']} {version}: {one['id']}, {one['what']}; mended in {one['fixed']}"


def age_of(made: date, today: date) -> str:
    """Say that a list is old, "" while it is not."""
    days = (today - made).days
    return f"the list of advisories is {days} days old: look for newer ones" if days > _OLD_DAYS else ""


def main() -> int:
    """Tell what concerns the lock files."""
    with (ROOT / "tools" / "advisories.toml").open("rb") as file:
        table = tomllib.load(file)
    found = []
    for path in sorted(ROOT.glob("requirements*.txt")):
        told = concerned(locked(path.read_text(encoding="utf-8")), table["advisory"])
        found += [f"{path.name}: {words}" for words in told]
    for words in found:
        print(words)
    age = age_of(table["date"], datetime.now(UTC).date())
    known = f"{len(table['advisory'])} advisories of {table['date']}: {len(found)} concern the lock files"
    print("; ".join(filter(None, (known, age))))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
