"""The desk's own look: what takes the place of shipped templates, styles, labels and fonts. A value that travels."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = "look"
"""Its folder, at the top of the content folder."""
ROLES: Final = MappingProxyType({"serif": ("400", "400-italic", "600"), "sans": ("400", "600")})
"""The two roles letters have on a page, each with the styles that are set in it."""


@dataclass(frozen=True, slots=True)
class Face:
    """One style of the desk's own fonts."""

    name: str
    """Role, weight and slant: "serif-400-italic"."""
    file: str
    """Its name on the site, without its ending: it changes with the bytes."""
    web: bytes = field(repr=False)
    """For a screen, as the desk has it."""
    web_kind: Literal["woff2", "ttf", "otf"]
    plain: bytes = field(repr=False)
    """For paper: unpacked."""
    plain_kind: Literal["ttf", "otf"]
    widths: dict[str, int] = field(repr=False)
    """Advance of each character, in thousandths of an em."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the desk's look folder holds; two looks are the same when all their bytes are."""

    digest: str = ""
    """SHA-256 of all its files, "" when there is none."""
    files: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Templates, styles and measures in the place of shipped ones, by their names there."""
    labels: dict[str, dict[str, str]] = field(default_factory=dict, compare=False, repr=False)
    """Words in the place of shipped labels: by language, then by dotted path."""
    faces: tuple[Face, ...] = field(default=(), compare=False, repr=False)
    licences: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """Texts beside the fonts, which go with them onto the site."""

    def has_role(self, role: str) -> bool:
        """Say whether a role is set in the desk's own font."""
        return any(face.name.startswith(f"{role}-") for face in self.faces)

    def labels_in(self, language: str) -> Mapping[str, str]:
        """Give the desk's own labels in a language."""
        return self.labels.get(language, {})


SHIPPED: Final = Look()
"""The look the programme comes with."""
