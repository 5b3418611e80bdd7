"""A mail server on this machine, which answers as a test tells it to."""

from __future__ import annotations

import contextlib
from asyncio import Server, Transport
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

PASSWORD = "gizli-parola"  # noqa: S105 - of the server of the tests


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that the server has taken."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes


@dataclass(slots=True)
class Mailbox:
    """What the server does, and what it has got."""

    taken: list[Taken] = field(default_factory=list)
    rcpt: dict[str, list[str]] = field(default_factory=dict)
    """Replies to RCPT by address, each given once."""
    data: dict[str, list[str]] = field(default_factory=dict)
    """Replies to the end of DATA by address, each given once; "drop" breaks the line after the message was taken."""
    sender: list[str] = field(default_factory=list)
    """Replies to MAIL, each given once."""
    before: Callable[[str], None] = lambda _: None
    """Called with the recipient while the server has the message and has not answered."""
    calls: int = 0
    port: int = 0
    logged_in: list[str] = field(default_factory=list)

    async def handle_EHLO(  # noqa: N802 - aiosmtpd calls it so
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.calls += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.sender:
            return self.sender.pop(0)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.rcpt.get(address):
            return self.rcpt[address].pop(0)
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        address = envelope.rcpt_tos[0]
        self.before(address)
        reply = self.data[address].pop(0) if self.data.get(address) else "250 taken"
        if reply[0] in "2d":
            self.taken.append(Taken(envelope.mail_from or "", tuple(envelope.rcpt_tos), envelope.content))
        if reply == "drop":
            assert isinstance(server.transport, Transport)
            server.transport.abort()
        return reply

    def authenticator(
        self, _server: SMTP, _session: Session, _envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logged_in.append(f"{mechanism} {data.login.decode()}")
        return AuthResult(success=data.password.decode() == PASSWORD, handled=False)


class _Controller(Controller):
    """One whose port the system chooses."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextlib.contextmanager
def listening(tls: ssl.SSLContext | None = None, *, utf8: bool = False) -> Iterator[Mailbox]:
    """Run a server on a free port of this machine; with `tls` it takes nothing in clear, and asks who is there."""
    mailbox = Mailbox()
    options: dict[str, Any] = {"enable_SMTPUTF8": utf8}
    if tls is not None:
        options |= {
            "require_starttls": True,
            "auth_required": True,
            "tls_context": tls,
            "auth_require_tls": True,
            "authenticator": mailbox.authenticator,
        }
    controller = _Controller(mailbox, hostname="127.0.0.1", port=0, data_size_limit=1 << 26, **options)
    controller.start()
    try:
        mailbox.port, mailbox.calls = controller.port, 0
        yield mailbox
    finally:
        controller.stop()
