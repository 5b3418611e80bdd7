"""Numbers that leave out what they count, because it was just said: "ten ships passed and seven joined the line"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.en import counts as english
from briefings.languages.tr import counts as turkish
from briefings.model.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefings.facts.quantities.scene import Draft, Scene

_FARTHEST = 24
_NEAR = 6
_LARGEST_UNSCALED = 1000
_NOT_TAKEN_UP = frozenset({"kat", "kez", "kere", "defa", "time", "fold"})


def bare(draft: Draft) -> bool:
    """Say whether nothing tells what a number counts."""
    return draft.type == "number" and not draft.known


def with_what_was_counted(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Give bare numbers the unit of the quantity they go on with, or are compared with."""
    language = turkish if scene.turkish else english
    done: list[Draft] = []
    for place, draft in enumerate(drafts):
        following = drafts[place + 1] if place + 1 < len(drafts) else None
        partner = _partner(draft, done, following, scene, language.goes_on, language.compared) if _open(draft) else None
        if partner is None:
            done.append(draft)
        else:
            taken = replace(draft, type=partner.type, unit=partner.unit, known=True)
            done.append(in_scale(taken, partner, scene) if partner is following else taken)
    return done


def _open(draft: Draft) -> bool:
    return bare(draft) and draft.unit is None


def _partner(
    draft: Draft,
    before: Sequence[Draft],
    following: Draft | None,
    scene: Scene,
    goes_on: Callable[..., bool],
    compared: Callable[..., tuple[bool, bool]],
) -> Draft | None:
    """Find the quantity whose unit a bare number shares, None when there is none."""
    whole = draft.value == draft.value.to_integral_value()
    near = [one for one in before[-3:] if one.known and one.unit and draft.first - one.next <= _FARTHEST]
    if whole and goes_on(scene.tokens, draft.numeral):
        counts = [one for one in near if one.type == "number" and one.unit not in _NOT_TAKEN_UP]
        if counts:
            return counts[-1]
        if scene.turkish and following and following.type == "number" and _just_behind(draft, following):
            return following
    back, on = compared(scene.tokens, draft.numeral)
    if back and (same := [one for one in near if one.type != "ordinal"]):
        return same[-1]
    fits = on and following is not None and following.known and following.type != "ordinal"
    return following if fits and following and _just_behind(draft, following) else None


def _just_behind(draft: Draft, following: Draft) -> bool:
    return following.known and following.unit is not None and following.first - draft.next <= _NEAR


def in_scale(last: Draft, draft: Draft, scene: Scene) -> Draft:
    """Give the first end of "5 to 7 million" the scale of the second."""
    if not last.numeral.plain or draft.numeral.plain or last.value >= _LARGEST_UNSCALED:
        return last
    value = last.value * scene.scale_at(draft.numeral.next - 1)
    return replace(last, value=value) if 0 < value < draft.value else last
