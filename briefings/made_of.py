"""What an edition is made of, part by part, and which parts are others than those of the edition in the archive."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from briefings.desk import without_day
from briefings.facts import plugins
from briefings.planning.calendar import is_ahead
from briefings.planning.corrections import is_about
from briefings.rendering.environment import templates_folder
from briefings.shipping import manifest
from briefings.work import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from briefings.desk import Desk
    from briefings.planning import Day

PARTS: Final = {
    "new": "there is no such edition yet",
    "files": "files of it are missing or cut short",
    "programme": "the programme or a library is another version",
    "templates": "templates, styles, labels or fonts changed",
    "settings": "the settings changed",
    "articles": "articles changed",
    "desk": "the desk's own files changed",
    "left-out": "other files are left out",
    "embargoes": "embargoes changed",
    "before": "the edition before it changed",
    "revisions": "it has a new revision",
    "told": "an earlier edition was revised",
    "asked": "other profiles, formats or drafts are asked for",
}
"""What an edition is made of, and what is said when that has changed."""
_OF_ALL_DAYS: Final = frozenset({"names.toml", "outlets.toml", "questions.toml"})
"""The desk's files of which any line may show in any edition; of the others it is known which day they belong to."""
_MOST_TOLD: Final = 5


def parts_of(desk: Desk, given: Day) -> dict[str, str]:
    """Give a SHA-256 for each part of what shapes an edition, as hexadecimal digits, by the names of `PARTS`."""
    request = desk.request
    parts = {
        "programme": (fingerprints.code_digest(), plugins.versions()),
        "templates": (fingerprints.templates_digest(templates_folder()), desk.look.digest),
        "settings": desk.config.model_dump(mode="json"),
        "articles": sorted((one.source.path, one.source.sha256, one.language) for one in given.articles),
        "desk": _desk_entries(desk, given),
        "left-out": (
            [asdict(record) for record in without_day(desk, given.day)],
            given.withheld,
            given.withheld_entries,
        ),
        "embargoes": [str(moment) for moment in given.embargoed],
        "before": (given.number, manifest.record_object(given.earlier) if given.earlier else None),
        "revisions": [manifest.revision_object(revision) for revision in given.revisions],
        "told": [(day.isoformat(), manifest.revision_object(revision)) for day, revision in given.told],
        "asked": (request.profiles, request.formats, request.drafts),
    }
    return {name: fingerprints.fingerprint(part) for name, part in parts.items()}


def _desk_entries(desk: Desk, given: Day) -> object:
    """Give what of the desk's own files can show in a day's edition."""
    own = desk.library.desk
    return (
        [(one.path, one.sha256) for one in desk.chosen.inputs if one.fate == "desk" and one.path in _OF_ALL_DAYS],
        [asdict(note) for note in own.notes if note.day == given.day],
        [asdict(entry) for entry in own.agenda if is_ahead(entry.day, given.day)],
        [asdict(one) for one in own.corrections if any(is_about(one, article) for article in given.articles)],
    )


def changed_parts(folder: Path, parts: Mapping[str, str]) -> tuple[str, ...]:
    """Give the parts of an edition in the archive that have changed, "new" where there is none; none: it stands.

    "files" means that some of its files are not there, or not as long as they were.
    """
    known = manifest.read_manifest(folder)
    if known is None:
        return ("new",)
    before = known.get("made_of", {})
    changed = tuple(name for name, digest in parts.items() if before.get(name) != digest)
    if changed:
        return changed
    whole = all(
        (folder / file["path"]).is_file() and (folder / file["path"]).stat().st_size == file["bytes"]
        for file in known["files"]
    )
    return () if whole else ("files",)


def why(changed: Iterable[str], folder: Path, given: Day) -> str:
    """Say in words why an edition is made, from what `changed_parts` gives."""
    words = [PARTS[name] for name in changed]
    if "articles" in changed:
        words[words.index(PARTS["articles"])] += f" ({_articles_changed(folder, given)})"
    return ", ".join(words)


def _articles_changed(folder: Path, given: Day) -> str:
    known = manifest.read_manifest(folder) or {}
    before = {one["path"]: one["sha256"] for one in known.get("inputs", ()) if one["fate"] in {"read", "archived"}}
    now = {article.source.path: article.source.sha256 for article in given.articles}
    signs = [("+", path) for path in now.keys() - before.keys()]
    signs += [("−", path) for path in before.keys() - now.keys()]
    signs += [("±", path) for path in now.keys() & before.keys() if now[path] != before[path]]
    told = [sign + path for sign, path in sorted(signs, key=lambda sign: sign[1])]
    more = f" and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
    return ", ".join(told[:_MOST_TOLD]) + more
