"""What `briefings send` is told (`[delivery]`): by which server, to whom, what each may see, signed how."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from briefings.config.addresses import Address, MaybeAddress, OneLine, ascii_host, one_line, same_mailbox
from briefings.config.tables import LanguageCode, ProfileName, Table, Words

Part = Literal["pdf", "body"]
"""What a message holds: the PDFs as files, the edition's gist in the message itself."""
Tls = Literal["starttls", "tls", "none"]
_PORTS: dict[Tls, int] = {"starttls": 587, "tls": 465, "none": 25}


class Server(Table):
    """The mail server that takes the messages."""

    host: str = "localhost"
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    """587 with starttls, 465 with tls, 25 without."""
    tls: Tls = "starttls"
    in_clear: bool = False
    """Without this word tls = "none" is for servers on this machine alone."""
    authorities: str = ""
    """A PEM file with the certificates of those who vouch for the server; else the system's."""
    user: OneLine = ""
    password_env: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$|^$")] = ""
    """Name of the environment variable that holds the password."""
    password_file: str = ""
    """A file that only its owner can read."""
    hello: str = ""
    """How this machine names itself to the server; else the sender's domain."""
    seconds: Annotated[float, Field(gt=0, le=3600)] = 60.0
    """The longest the server may keep silent."""

    @property
    def port_number(self) -> int:
        """The port, as set or as usual."""
        return self.port or _PORTS[self.tls]

    @field_validator("host")
    @classmethod
    def _is_host(cls, value: str) -> str:
        return value if _is_numeric(value) else ascii_host(value)

    @field_validator("hello")
    @classmethod
    def _is_name(cls, value: str) -> str:
        return ascii_host(value) if value else ""

    @model_validator(mode="after")
    def _safe(self) -> Server:
        is_here = self.host == "localhost" or (_is_numeric(self.host) and ip_address(self.host).is_loopback)
        if self.tls == "none" and not is_here and not self.in_clear:
            message = (
                f'tls = "none" would send in clear to {self.host}; use "starttls" or "tls", or say in_clear = true'
            )
            raise ValueError(message)
        if self.password_env and self.password_file:
            message = "password_env and password_file are both set; keep one"
            raise ValueError(message)
        if bool(self.user) != bool(self.password_env or self.password_file):
            message = "user and its password (password_env or password_file) go together; set both or none"
            raise ValueError(message)
        return self


class Sender(Table):
    """Who the messages are from."""

    address: Address
    name: Words | None = None
    """Else the desk's name."""
    reply_to: MaybeAddress = ""

    @field_validator("name")
    @classmethod
    def _one_line(cls, value: Words | None) -> Words | None:
        return None if value is None else one_line_words(value)


class Signing(Table):
    """The desk's key, and what is signed with it."""

    certificate: str
    """A PEM file: the desk's certificate first, then those of its authorities."""
    key: str
    """A PEM file with the private key, which only its owner can read."""
    password_env: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$|^$")] = ""
    password_file: str = ""
    message: bool = True
    """The whole message (S/MIME)."""
    pdf: bool = False
    """The attached copies of the PDFs (PAdES); the published files stay as they are."""

    @model_validator(mode="after")
    def _one_password(self) -> Signing:
        if self.password_env and self.password_file:
            message = "password_env and password_file are both set; keep one"
            raise ValueError(message)
        return self


class Wishes(Table):
    """What is sent; an empty one is that of the list, and of a list that of the desk."""

    languages: tuple[LanguageCode, ...] = ()
    profiles: tuple[ProfileName, ...] = ()
    parts: tuple[Part, ...] = ()
    ceiling: str = ""
    """Id of the highest marking that is sent: of list and recipient the lower one, else the desk's own marking."""


class Recipient(Wishes):
    """One person, or one mailbox."""

    address: Address
    name: OneLine = ""
    certificate: str = ""
    """A PEM file: messages are encrypted for it."""


class MailingList(Wishes):
    """Recipients who get the same; each gets a message of their own."""

    recipients: tuple[Recipient, ...]
    encrypt: bool = False
    """Nothing leaves for this list but encrypted."""

    @model_validator(mode="after")
    def _each_once(self) -> MailingList:
        if not self.recipients:
            message = "nobody is on the list; add recipients"
            raise ValueError(message)
        known: set[str] = set()
        for recipient in self.recipients:
            box = same_mailbox(recipient.address)
            if box in known:
                message = f"{recipient.address} is on the list twice; keep one entry"
                raise ValueError(message)
            known.add(box)
        return self

    @model_validator(mode="after")
    def _can_be_encrypted(self) -> MailingList:
        without = [one.address for one in self.recipients if self.encrypt and not one.certificate]
        if without:
            message = f"encrypt = true, and {without[0]} has no certificate; name its file"
            raise ValueError(message)
        return self


ListName = Annotated[str, Field(pattern=r"^[\w-]{1,60}$")]


class Delivery(Table):
    """How editions reach their readers."""

    transport: Literal["smtp", "folder"] = "smtp"
    folder: str = ""
    """With transport = "folder": where the messages go as .eml files."""
    server: Server = Server()
    sender: Sender
    signing: Signing | None = None
    message_mebibytes: Annotated[float, Field(gt=0, le=200)] = 20.0
    """A larger message is not sent."""
    headline: bool = False
    """The first headline stands in the subject, too; never in that of an encrypted message."""
    lists: dict[ListName, MailingList]

    @model_validator(mode="after")
    def _has_folder(self) -> Delivery:
        if not self.lists:
            message = "there is no list; add [delivery.lists.NAME] with recipients"
            raise ValueError(message)
        if (self.transport == "folder") != bool(self.folder):
            message = 'transport = "folder" and folder = "…" go together; set both or none'
            raise ValueError(message)
        return self

    def ceilings(self) -> tuple[str, ...]:
        """Give every marking that is named as a ceiling."""
        lists = self.lists.values()
        return tuple(one.ceiling for group in lists for one in (group, *group.recipients) if one.ceiling)


def one_line_words(words: Words) -> Words:
    """Give words that may stand in a header. `ValueError` for those that may not."""
    for text in (words.tr, words.en):
        one_line(text)
    return words


def _is_numeric(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
