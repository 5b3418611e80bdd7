"""A message as bytes: to one recipient, the same for the same input, read back before it may leave."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import message_from_string, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
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
_END: Final = re.compile(rb"\r?\n")


@dataclass(frozen=True, slots=True)
class Person:
    """A name and an address, the domain in ASCII."""

    address: str
    name: str = ""

    def for_header(self) -> Address:
        """Give them for a header."""
        local, _, domain = self.address.rpartition("@")
        return Address(self.name, local, domain)


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
        return not (self.head.recipient.address + self.head.sender.address).isascii()


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
    is_plain = (head.recipient.address + head.sender.address).isascii()
    made = EmailMessage(policy=policy.SMTP if is_plain else policy.SMTPUTF8)
    made["From"] = head.sender.for_header()
    if head.reply_to:
        made["Reply-To"] = Person(head.reply_to).for_header()
    made["To"] = head.recipient.for_header()
    made["Subject"] = head.subject
    made["Date"] = format_datetime(head.sent_at)
    made["Message-ID"] = head.message_id
    made["List-Id"] = f"<{head.list_name}>"
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence note answers
    made["X-Auto-Response-Suppress"] = "All"  # the same for Exchange
    made["MIME-Version"] = "1.0"
    return bytes(made).removesuffix(b"\r\n")


def _check(message: Message) -> None:
    """Read a message back: it has the headers it should have, each once, and names nobody but its one recipient."""
    head = message.head
    read = message_from_string(message.data.partition(b"\r\n\r\n")[0].decode(), policy=policy.default)
    found = [*map(str, read.keys())]
    strangers = [name for name in found if name not in _HEADERS or found.count(name) > 1]
    to = [(one.display_name, one.addr_spec) for one in read["To"].addresses]
    sender = [(one.display_name, one.addr_spec) for one in read["From"].addresses]
    same = (
        to == [(head.recipient.name, head.recipient.address)]
        and sender == [(head.sender.name, head.sender.address)]
        and read["Subject"] == head.subject
        and read["Message-ID"] == head.message_id
    )
    if strangers or not same or any(len(line) > 998 for line in _END.split(message.data)):
        wrong = ", ".join(strangers) or "To, From, Subject or Message-ID"
        words = f"the message does not read as it was meant ({wrong}); it is not sent"
        raise ValueError(words)
