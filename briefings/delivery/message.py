"""A message as bytes: to one recipient, the same for the same input, read back before it may leave."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import message_from_string, policy
from email.header import Header, decode_header, make_header
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, getaddresses
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from briefings.config.addresses import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

_HEADERS: Final = frozenset(
    {
        "From", "Reply-To", "To", "Subject", "Date", "Message-ID", "List-Id", "Auto-Submitted",
        "X-Auto-Response-Suppress", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition",
    }
)  # fmt: skip
_COLUMNS: Final = 76
_END: Final = re.compile(rb"\r?\n")
_FOLD: Final = re.compile(r"\r?\n(?=[ \t])")


@dataclass(frozen=True, slots=True)
class Person:
    """A name and an address, the domain in ASCII."""

    address: str
    name: str = ""

    def for_header(self) -> str:
        """Give them for a header. The library's own folding of long names loses blanks: names are encoded here."""
        if not self.name:
            return self.address
        if self.name.isascii() and "=?" not in self.name:
            return formataddr((self.name, self.address))
        return f"{_encoded(self.name, 'From')}\r\n <{self.address}>"


@dataclass(frozen=True, slots=True)
class Head:
    """What a message says of itself."""

    sender: Person
    reply_to: str
    """"" for none."""
    recipient: Person
    subject: str
    sent_at: datetime
    message_id: str
    list_name: str
    """Of the briefing, the same for all who get it."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a message holds."""

    text: str = field(repr=False)
    html: str | None = field(repr=False)
    files: Sequence[tuple[str, bytes]] = field(repr=False)
    """PDFs, by name."""


@dataclass(frozen=True, slots=True)
class Message:
    """A finished message."""

    head: Head
    data: bytes = field(repr=False)
    files: tuple[str, ...] = ()
    """Names of what is attached."""

    @property
    def needs_utf8(self) -> bool:
        """Whether the server must take addresses beyond ASCII (SMTPUTF8)."""
        head = self.head
        return not (head.recipient.address + head.sender.address + head.reply_to).isascii()


def message_id(edition: str, mailbox: str, domain: str) -> str:
    """Give what a message is known by: of the edition's digest and the mailbox, so that a repeat is known again."""
    return f"<{sha256(f'{edition} {mailbox}'.encode()).hexdigest()[:40]}@{domain}>"


def composed(head: Head, content: Content, protect: Callable[[bytes, str], bytes]) -> Message:
    """Make a message; `protect` signs and encrypts its body, of which the second argument is a unique name.

    `ValueError` for a control character in what goes into a header, and for what does not read as it was meant.
    """
    name = sha256(head.message_id.encode()).hexdigest()[:32]
    entity = protect(_entity(content, name), name)
    made = Message(head, _lines_of_head(head) + entity, tuple(path for path, _ in content.files))
    _check(made)
    return made


def _entity(content: Content, name: str) -> bytes:
    """Give body and files as a MIME entity, its headers first."""
    made = EmailMessage(policy=policy.SMTP)
    made.set_content(content.text, cte="quoted-printable")
    if content.html is not None:
        made.add_alternative(content.html, subtype="html", cte="quoted-printable")
    for path, data in content.files:
        made.add_attachment(data, maintype="application", subtype="pdf", filename=path)
    del made["MIME-Version"]
    for place, part in enumerate(made.walk()):
        del part["MIME-Version"]
        if part.is_multipart():  # what the library would draw by lot
            part.set_boundary(f"=_{place}_{name}")
    return bytes(made)


def _lines_of_head(head: Head) -> bytes:
    texts = (head.subject, head.recipient.name, head.sender.name, head.list_name, head.message_id)
    for text in texts:
        one_line(text)
    lines = [
        f"From: {head.sender.for_header()}",
        *([f"Reply-To: {head.reply_to}"] if head.reply_to else []),
        f"To: {head.recipient.for_header()}",
        f"Subject: {_encoded(head.subject, 'Subject')}",
        f"Date: {format_datetime(head.sent_at)}",
        f"Message-ID: {head.message_id}",
        f"List-Id: <{head.list_name}>",
        "Auto-Submitted: auto-generated",  # RFC 3834: nobody's absence note answers
        "X-Auto-Response-Suppress: All",  # the same for Exchange
        "MIME-Version: 1.0",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


def _encoded(text: str, name: str) -> str:
    """Give a text for a header, in lines: as it is in ASCII, else in encoded words (RFC 2047)."""
    is_plain = text.isascii() and "=?" not in text
    made = Header(text, "us-ascii" if is_plain else "utf-8", header_name=name, maxlinelen=_COLUMNS)
    return made.encode(linesep="\r\n")


def _check(message: Message) -> None:
    """Read a message back: it has the headers it should have, each once, and names nobody but its one recipient."""
    head = message.head
    read = message_from_string(message.data.partition(b"\r\n\r\n")[0].decode(), policy=policy.compat32)
    found = read.keys()
    strangers = [name for name in found if name not in _HEADERS or found.count(name) > 1]
    same = (
        _person(read["To"]) == head.recipient
        and _person(read["From"]) == head.sender
        and _decoded(read["Subject"]) == head.subject
        and read["Message-ID"] == head.message_id
    )
    if strangers or not same or any(len(line) > 998 for line in _END.split(message.data)):
        wrong = ", ".join(strangers) or "To, From, Subject or Message-ID"
        words = f"the message does not read as it was meant ({wrong}); it is not sent"
        raise ValueError(words)


def _person(value: str) -> Person | None:
    """Read the one person of a header; None where there are more, or none."""
    people = getaddresses([value])
    return Person(people[0][1], _decoded(people[0][0])) if len(people) == 1 else None


def _decoded(value: str) -> str:
    """Read encoded words. The library's newer reader puts blanks between those of a name."""
    return str(make_header(decode_header(_FOLD.sub("", value))))
