"""A letter's message: what the edition says first, its PDFs, signed and encrypted as the settings ask."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from briefings.delivery import secrets
from briefings.delivery.letters import pdfs_of
from briefings.delivery.message import Content, Head, Message, Person, composed, message_id
from briefings.errors import ConfigurationError
from briefings.rendering.mail import MailHead, MailItem, MailView, html_body, mail_view, subject_of, text_body
from briefings.shipping.gist import gist_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from briefings.config import Config
    from briefings.config.delivery import Delivery
    from briefings.delivery.edition import Published
    from briefings.delivery.letters import Letter
    from briefings.delivery.smime import Signer
    from briefings.model.look import Look
    from briefings.shipping.gist import Told

_MISSING: Final = (
    "[delivery]: signing and encrypting need the packages cryptography and pyhanko, which are not installed; "
    "install them with pip install --require-hashes -r requirements-deliver.txt, or pip install 'briefings[deliver]'"
)
_LONGEST_HEADLINE: Final = 90
_MEBIBYTE: Final = 1 << 20


class UnfitError(Exception):
    """A letter that cannot be made as it must be; the message says why."""


@dataclass(frozen=True)
class Composer:
    """Makes messages of an edition; what several letters share is made once."""

    edition: Published = field(repr=False)
    config: Config
    delivery: Delivery
    look: Look = field(repr=False)
    base: Path
    """The folder of the settings: paths in them start there."""
    environment: Mapping[str, str] = field(repr=False)
    now: datetime
    _views: dict[tuple[str, str], MailView] = field(default_factory=dict, repr=False)
    _pdfs: dict[str, bytes] = field(default_factory=dict, repr=False)

    def check(self, letters: Iterable[Letter]) -> None:
        """Look whether the settings can be kept at all. `ConfigurationError` says what is missing."""
        needed = self.delivery.signing is not None or any(one.recipient.certificate for one in letters)
        if needed and not (find_spec("cryptography") and find_spec("pyhanko")):
            raise ConfigurationError(_MISSING)
        if self.delivery.signing is not None:
            _ = self.signer

    @cached_property
    def signer(self) -> Signer | None:
        """The desk's key, None where nothing is signed."""
        from briefings.delivery.smime import read_signer  # noqa: PLC0415 - an extra

        told = self.delivery.signing
        if told is None:
            return None
        path = self.base / told.certificate
        file = self.base / told.password_file if told.password_file else None
        return read_signer(
            secrets.plain_file(path),
            secrets.secret_file(self.base / told.key),
            secrets.password(told.password_env, file, self.environment),
            self.delivery.sender.address,
            self.now,
            path,
        )

    def message(self, letter: Letter) -> Message:
        """Make a letter's message. `UnfitError` says why it cannot be made as it must be."""
        edition, sender = self.edition, self.delivery.sender
        names = {path: path.rpartition("/")[2] for path in pdfs_of(letter, edition)}
        views = [replace(self._view(language, letter), attached=tuple(names.values())) for language in letter.languages]
        own_name = (sender.name or self.config.desk.name).in_language(letter.languages[0])
        domain = sender.address.rpartition("@")[2]
        is_secret = bool(letter.recipient.certificate)
        headline = self._headline(letter) if self.delivery.headline and not is_secret else ""
        head = Head(
            sender=Person(sender.address, own_name),
            reply_to=sender.reply_to,
            recipient=Person(letter.recipient.address, letter.recipient.name),
            subject=subject_of(views[0], headline),
            sent_at=self.now.astimezone(ZoneInfo(self.config.time_zone)),
            message_id=message_id(edition.digest, letter.mailbox, domain),
            list_name=f"briefing.{domain}",
        )
        has_body = "body" in letter.parts
        html = html_body(views, self.config, self.look) if has_body else None
        content = Content(text_body(views), html, [(name, self._pdf(path)) for path, name in names.items()])
        try:
            made = composed(head, content, self._protection(letter))
        except ValueError as error:
            raise UnfitError(str(error)) from error
        if len(made.data) > self.delivery.message_mebibytes * _MEBIBYTE:
            words = (
                f"the message has {len(made.data) / _MEBIBYTE:.1f} MiB, more than message_mebibytes "
                f"({self.delivery.message_mebibytes:g}) allows; send fewer profiles or languages, or raise it"
            )
            raise UnfitError(words)
        return made

    def _view(self, language: str, letter: Letter) -> MailView:
        """Give what is said in a language; without a body the head alone, and what is attached."""
        profile = letter.profiles[0] if "body" in letter.parts else ""
        if (language, profile) not in self._views:
            self._views[language, profile] = self._made_view(language, profile)
        return self._views[language, profile]

    def _made_view(self, language: str, profile: str) -> MailView:
        edition = self.edition
        page = edition.page(language, profile or "desk")
        number, day = int(edition.manifest["number"]), date.fromisoformat(edition.day)
        head = MailHead(day, number, edition.revision, edition.marking, f"{edition.day}/{page}")
        view = mail_view(head, language, self.config, self.look)
        if not profile:
            return replace(view, address="")
        gist = gist_of(edition.files[page].decode())
        return replace(
            view,
            bottom_line=_item(gist.bottom_line) if gist.bottom_line else None,
            points=tuple(map(_item, gist.points)),
            headlines=tuple(map(_item, gist.headlines)),
            changes=tuple(map(_item, gist.changes)),
            is_empty=not (gist.bottom_line or gist.points or gist.headlines),
        )

    def _headline(self, letter: Letter) -> str:
        found = self._view(letter.languages[0], letter).headlines
        words = found[0].words if found else ""
        return words if len(words) <= _LONGEST_HEADLINE else f"{words[:_LONGEST_HEADLINE].rsplit(' ', 1)[0]}…"

    def _pdf(self, path: str) -> bytes:
        """Give a PDF as it is attached: as it was published, or a signed copy of it."""
        if self.delivery.signing is None or not self.delivery.signing.pdf or self.signer is None:
            return self.edition.files[path]
        if path not in self._pdfs:
            from briefings.delivery.pdf_signing import signed_copy  # noqa: PLC0415 - an extra

            name = self.config.desk.name.in_language(path[:2])
            self._pdfs[path] = signed_copy(self.edition.files[path], self.signer, name)
        return self._pdfs[path]

    def _protection(self, letter: Letter) -> _Protection:
        signer = self.signer if self.delivery.signing and self.delivery.signing.message else None
        if not letter.recipient.certificate:
            if letter.must_encrypt:
                message = "has no certificate, and the list asks for encryption; nothing is sent in clear"
                raise UnfitError(message)
            return _Protection(signer, None, "", self.now)
        try:
            certificate = secrets.plain_file(self.base / letter.recipient.certificate)
        except ConfigurationError as error:
            message = f"{error}; nothing is sent in clear"
            raise UnfitError(message) from error
        return _Protection(signer, certificate, letter.recipient.address, self.now)


@dataclass(frozen=True, slots=True)
class _Protection:
    """What is done with a message's body: signed first, then encrypted."""

    signer: Signer | None
    certificate: bytes | None = field(repr=False)
    address: str
    now: datetime

    def __call__(self, entity: bytes, name: str) -> bytes:
        if self.signer is not None:
            entity = self.signer.signed(entity, name)
        if self.certificate is None:
            return entity
        from briefings.delivery.smime import UnfitCertificateError, encrypted, read_certificate  # noqa: PLC0415

        try:
            return encrypted(entity, read_certificate(self.certificate, self.address, self.now))
        except UnfitCertificateError as error:
            message = f"{error}; nothing is sent in clear"
            raise UnfitError(message) from error


def _item(told: Told) -> MailItem:
    return MailItem(told.words, told.language, told.gist, told.label)
