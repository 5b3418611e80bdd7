"""How messages leave: to a mail server, or as files into a folder. What became of each is told exactly."""

from __future__ import annotations

import contextlib
import os
import re
import smtplib
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

from briefings.errors import BriefingsError, ConfigurationError, EnvironmentFaultError, TryLaterError

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.config.delivery import Server
    from briefings.delivery.message import Message

_WAITING: Final = range(400, 500)
_LONGEST: Final = 300
_LEADING_DOT: Final = re.compile(rb"(?m)^\.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message."""

    state: Literal["sent", "deferred", "refused", "unknown"]
    words: str = ""


class Transport(Protocol):
    """Takes messages, one after the other."""

    def ready(self) -> None:
        """Be ready for one. `TryLaterError` when it is not possible now, another `BriefingsError` when it never is."""

    def send(self, message: Message) -> Outcome:
        """Send one; raises nothing for what a server says or a line does."""

    def close(self) -> None:
        """End."""


class Smtp:
    """A mail server."""

    def __init__(self, server: Server, hello: str, password: str | None, authorities: Path | None) -> None:
        self._server, self._hello, self._password = server, hello, password
        self._authorities = authorities
        self._line: smtplib.SMTP | None = None
        self._name = f"{server.host}:{server.port_number}"

    def ready(self) -> None:
        """Connect, unless a connection still answers."""
        if self._line is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                if self._line.noop()[0] < 400:
                    return
            self._drop()
        try:
            self._connect()
        except BriefingsError:
            self._drop()
            raise
        except ssl.SSLError as error:
            self._drop()
            message = f"{self._name}: no trusted connection ({error.reason or error}); nothing is sent without one"
            raise EnvironmentFaultError(message) from error
        except smtplib.SMTPResponseException as error:  # what it greets with among them
            self._drop()
            raise _fault_of(self._name, error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPNotSupportedError as error:
            self._drop()
            message = f"{self._name}: the server does not offer what is asked for ({error}); see [delivery.server]"
            raise ConfigurationError(message) from error
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            message = f"{self._name}: cannot be reached ({_words(error)}); try again later"
            raise TryLaterError(message) from error

    def _connect(self) -> None:
        server = self._server
        try:
            context = ssl.create_default_context(cafile=self._authorities)
        except (OSError, ssl.SSLError) as error:
            message = f"{self._authorities}: holds no certificates that can be read ({error}); check authorities"
            raise ConfigurationError(message) from error
        if server.tls == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port_number, self._hello, timeout=server.seconds, context=context
            )
        else:
            line = smtplib.SMTP(server.host, server.port_number, self._hello, timeout=server.seconds)
        self._line = line
        line.ehlo_or_helo_if_needed()
        if server.tls == "starttls":
            line.starttls(context=context)
            line.ehlo()
        if self._password is not None:
            self._log_in(line)

    def _log_in(self, line: smtplib.SMTP) -> None:
        try:
            line.login(self._server.user, self._password or "")
        except UnicodeEncodeError as error:
            message = f"{self._name}: user or password hold letters beyond ASCII, which servers take differently"
            raise ConfigurationError(message) from error
        except smtplib.SMTPAuthenticationError as error:
            if error.smtp_code in _WAITING:
                raise
            message = f"{self._name}: refuses {self._server.user} ({_reply(error.smtp_code, error.smtp_error)})"
            message += "; check user and password in [delivery.server]"
            raise ConfigurationError(message) from error

    def send(self, message: Message) -> Outcome:
        """Hand a message over; once its end was on the way and no answer came, nobody knows."""
        line = self._line
        if line is None:
            return Outcome("deferred", "there is no connection")
        is_ended = False
        try:
            outcome = self._before_data(line, message)
            if outcome is None:
                line.send(_stuffed(message.data))
                is_ended = True
                line.send(b".\r\n")
                outcome = _outcome(*line.getreply())
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Outcome("unknown" if is_ended else "deferred", f"the connection broke ({_words(error)})")
        if outcome.state != "sent":
            with contextlib.suppress(smtplib.SMTPException, OSError):
                line.rset()
        return outcome

    def _before_data(self, line: smtplib.SMTP, message: Message) -> Outcome | None:
        """Say to the server from whom and for whom; None when it waits for the message."""
        options = []
        if line.has_extn("size"):
            options.append(f"size={len(message.data)}")
        if message.needs_utf8:
            if not line.has_extn("smtputf8"):
                return Outcome("refused", "the server takes no address beyond ASCII (SMTPUTF8)")
            line.command_encoding = "utf-8"
            options += ["BODY=8BITMIME", "SMTPUTF8"]
        head = message.head
        code, words = line.mail(head.sender.address, options)
        if code >= 400:
            # It is the sender that is refused, or the size: no fault of the mailbox.
            return Outcome("refused" if code == 552 else "deferred", f"the sender: {_reply(code, words)}")
        code, words = line.rcpt(head.recipient.address)
        if code >= 400:
            return _outcome(code, words)
        code, words = line.docmd("DATA")
        return None if code == 354 else _outcome(code, words)

    def close(self) -> None:
        """Say goodbye."""
        if self._line is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                self._line.quit()
        self._drop()

    def _drop(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None


class Folder:
    """A folder of .eml files, for a desk without a network."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ready(self) -> None:
        """Make the folder, for its owner alone."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            message = f"{self._folder}: cannot be made ({error.strerror}); check folder in [delivery]"
            raise EnvironmentFaultError(message) from error

    def send(self, message: Message) -> Outcome:
        """Write a file, whole or not at all; its name tells nothing of the recipient."""
        name = message.head.message_id.strip("<>").partition("@")[0]
        path, made = self._folder / f"{name}.eml", self._folder / f".{name}.new"
        try:
            made.unlink(missing_ok=True)
            descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(message.data)
                file.flush()
                os.fsync(descriptor)
            made.replace(path)
            folder = os.open(self._folder, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as error:
            with contextlib.suppress(OSError):
                made.unlink(missing_ok=True)
            return Outcome("deferred", f"{path}: cannot be written ({error.strerror})")
        return Outcome("sent", str(path))

    def close(self) -> None:
        """Nothing is open."""


def _stuffed(data: bytes) -> bytes:
    """Double the dots that begin a line: one alone would end the message."""
    return _LEADING_DOT.sub(b"..", data)


def _outcome(code: int, words: bytes) -> Outcome:
    if code in _WAITING:
        return Outcome("deferred", _reply(code, words))
    return Outcome("sent" if code < 400 else "refused", _reply(code, words))


def _fault_of(name: str, code: int, words: bytes | str) -> BriefingsError:
    told = f"{name}: the server does not serve ({_reply(code, words)})"
    return TryLaterError(f"{told}; try again later") if code in _WAITING else EnvironmentFaultError(told)


def _reply(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "backslashreplace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(text.split())}"[:_LONGEST]


def _words(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:_LONGEST]
