"""Write the bill of materials (CycloneDX 1.6, JSON) of what runs: the locked packages, fonts and word lists.

    ./dev sbom          into dist/briefings-VERSION.cdx.json

It is made of files alone, without a clock or a number of its own, so that the same checkout gives the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import briefings  # noqa: E402

_PACKAGE = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)((?:[^\n]*\\\n[ \t]+--hash=sha256:[0-9a-f]{64})*)", re.MULTILINE
)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")
_ASSETS: Final = (
    ("templates/fonts/*.ttf", "OFL-1.1"),
    ("templates/fonts/*.woff2", "OFL-1.1"),
    ("briefings/languages/names/tagger/*.gz", "CC-BY-SA-4.0"),
    ("briefings/languages/names/places_world.txt", "CC-BY-4.0"),
    ("briefings/languages/names/towns.txt", "CC-BY-4.0"),
)
"""Files that come from elsewhere, with the licence that docs/dependencies.md gives."""


def bill(root: Path) -> dict[str, Any]:
    """Give the bill as JSON values."""
    own = {"type": "application", "bom-ref": "briefings", "name": "briefings", "version": briefings.__version__}
    parts = [*_packages((root / "requirements.txt").read_text(encoding="utf-8")), *_assets(root)]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own},
        "components": parts,
        "dependencies": [{"ref": "briefings", "dependsOn": [part["bom-ref"] for part in parts]}],
    }


def _packages(lock: str) -> list[dict[str, Any]]:
    return [_package(name, version, _HASH.findall(hashes)) for name, version, hashes in _PACKAGE.findall(lock)]


def _package(name: str, version: str, hashes: list[str]) -> dict[str, Any]:
    """Give a package; the hashes of its files on the index belong to the files, so they stand as distributions."""
    address = f"pkg:pypi/{name}@{version}"
    files = [
        {"type": "distribution", "url": address, "hashes": [{"alg": "SHA-256", "content": digest}]} for digest in hashes
    ]
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "externalReferences": files,
    }


def _assets(root: Path) -> list[dict[str, Any]]:
    return [
        {
            "type": "file",
            "bom-ref": path.relative_to(root).as_posix(),
            "name": path.relative_to(root).as_posix(),
            "hashes": [{"alg": "SHA-256", "content": sha256(path.read_bytes()).hexdigest()}],
            "licenses": [{"license": {"id": licence}}],
        }
        for pattern, licence in _ASSETS
        for path in sorted(root.glob(pattern))
    ]


def main() -> int:
    """Write it."""
    target = ROOT / "dist" / f"briefings-{briefings.__version__}.cdx.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(bill(ROOT), indent=1) + "\n", encoding="utf-8")
    print(target.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
