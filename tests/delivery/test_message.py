"""A message names its one recipient, whatever names and titles hold; the same input gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import getaddresses
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefings.config.addresses import address_of, one_line
from briefings.delivery import message
from briefings.delivery.message import Content, Head, Person, composed, message_id
from tests.casefiles import Case, cases_in

if TYPE_CHECKING:
    from briefings.delivery.message import Message

SENT = datetime(2025, 12, 4, 7, 30, tzinfo=UTC)


def _is_one_line(text: str) -> bool:
    try:
        one_line(text)
    except ValueError:
        return False
    return text == " ".join(text.split()) and text.isprintable()


def _made(subject: str = "Brifing", name: str = "", text: str = "Metin", html: str | None = "<p>x") -> Message:
    head = Head(
        sender=Person("masa@halic.example", "Haliç Masası"),
        reply_to="yanit@halic.example",
        recipient=Person("okur@bakanlik.example", name),
        subject=subject,
        sent_at=SENT,
        message_id=message_id("0" * 64, "okur@bakanlik.example", "halic.example"),
        list_name="briefing.halic.example",
    )
    return composed(head, Content(text, html, [("a.pdf", b"%PDF\n.\r\n")]), lambda entity, _: entity)


@settings(deadline=None)
@example('Özgür "Ö." Çağrı, Müdür')
@example("İ" * 100)
@example("=?utf-8?q?x?=")
@given(st.text(st.characters(codec="utf-8"), max_size=120).filter(_is_one_line))
def test_any_name_is_read_back(name: str) -> None:
    ((shown, address),) = getaddresses([message_from_bytes(_made(name=name).data)["To"]])
    assert (str(make_header(decode_header(shown))), address) == (name, "okur@bakanlik.example")


@settings(deadline=None)
@example("Brifing =?utf-8?q?Bcc=3A?= x")
@example("a " * 149 + "a")
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300).filter(_is_one_line))
def test_any_subject_is_read_back(subject: str) -> None:
    read = message_from_bytes(_made(subject=subject).data, policy=policy.default)
    assert read["Subject"] == subject
    assert read["Bcc"] is None


@pytest.mark.parametrize("hostile", ["a\r\nBcc: x@evil.example", "a\nb", "a\x00", "a\u2028b", "a\u202eb", "a\x85b"])
def test_control_characters_make_no_message(hostile: str) -> None:
    with pytest.raises(ValueError, match="control character"):
        _made(subject=hostile)
    with pytest.raises(ValueError, match="control character"):
        _made(name=hostile)


def test_a_message_that_does_not_read_as_meant_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    real = message._lines_of_head
    monkeypatch.setattr(message, "_lines_of_head", lambda head: real(head) + b"Bcc: x@evil.example\r\n")
    with pytest.raises(ValueError, match="Bcc"):
        _made()


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=2000), st.text(max_size=2000))
def test_lines_are_short_and_the_same_each_time(text: str, html: str) -> None:
    one, other = (_made(text=text.replace("\x00", ""), html=html) for _ in range(2))
    assert one.data == other.data
    assert one.data.endswith(b"\r\n")
    assert one.data.isascii()
    assert b"\n" not in one.data.replace(b"\r\n", b"")
    assert max(map(len, one.data.split(b"\r\n"))) <= 998


def test_the_head_of_a_message() -> None:
    read = message_from_bytes(_made().data, policy=policy.default)
    assert read["Date"] == "Thu, 04 Dec 2025 07:30:00 +0000"
    assert read["Auto-Submitted"] == "auto-generated"
    assert read["Reply-To"] == "yanit@halic.example"
    assert read["List-Id"] == "<briefing.halic.example>"
    assert [part.get_content_type() for part in read.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf",
    ]  # fmt: skip


@pytest.mark.parametrize("case", cases_in("settings/addresses.txt"), ids=str)
def test_addresses(case: Case) -> None:
    for line in case.parts[0].strip().splitlines():
        written, _, meant = line.partition(" → ")
        if meant:
            assert address_of(written) == meant
        else:
            with pytest.raises(ValueError, match=r"address|host|domain"):
                address_of(written)
