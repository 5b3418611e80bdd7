"""The marking is read back from the margins of every page; what an article says does not count."""

from __future__ import annotations

import pytest

from briefings.config import Config, Marking, Words
from briefings.errors import EnvironmentFaultError
from briefings.model import Output
from briefings.rendering.markings import check_marked
from briefings.rendering.pdf import pdf_of

CONFIG = Config(marking="in", markings=(Marking(id="in", label=Words(tr="HİZMETE ÖZEL", en="FOR OFFICIAL USE")),))
BOXES = '@top-center { content: "HİZMETE ÖZEL" } @bottom-center { content: "HİZMETE ÖZEL" }'
IMITATED = "<p>HİZMETE ÖZEL</p><p>HİZMETE ÖZEL</p>"


def _pdf(boxes: str, body: str) -> Output:
    page = f"@page {{ size: A4; margin: 21mm 20mm 19mm; {boxes} }}"
    style = f"<style>{page} p.last {{ break-before: page }}</style>"
    made = pdf_of(f'<!DOCTYPE html><html lang="tr"><head><title>x</title>{style}</head><body>{body}</body></html>')
    return Output("tr/briefing.pdf", "application/pdf", made)


def test_a_marking_at_head_and_foot_of_every_page_is_found() -> None:
    check_marked([_pdf(BOXES, "<p>Rıhtım açıldı.</p><p class=last>Sonra kapandı.</p>")], None, CONFIG)


@pytest.mark.parametrize(
    "boxes", ["", BOXES.partition(" @bottom")[0], "@bottom-center" + BOXES.rpartition("@bottom-center")[2]]
)
def test_an_imitated_marking_is_none(boxes: str) -> None:
    with pytest.raises(EnvironmentFaultError, match="page 1 does not carry its marking"):
        check_marked([_pdf(boxes, IMITATED)], None, CONFIG)
