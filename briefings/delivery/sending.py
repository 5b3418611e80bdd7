"""Sending an edition: a letter's intent is on the disk before it leaves, and how it ended before the next one does."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from briefings.config.addresses import same_mailbox
from briefings.delivery.composing import UnfitError
from briefings.delivery.ledger import Entry, open_ledger, read_ledger
from briefings.delivery.letters import Result, barrier, known, letters_of
from briefings.errors import LEFT_OUT, OK, TRY_LATER, BriefingsError, EnvironmentFaultError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from briefings.delivery.composing import Composer
    from briefings.delivery.ledger import Ledger
    from briefings.delivery.letters import Letter, State
    from briefings.delivery.message import Message
    from briefings.delivery.transports import Transport

_GOOD: Final[frozenset[State]] = frozenset({"due", "sent", "had", "had-other"})
_LATER: Final[frozenset[State]] = frozenset({"deferred", "waiting"})


@dataclass(frozen=True, slots=True)
class Order:
    """What `briefings send` was asked for."""

    output: Path
    lists: tuple[str, ...] = ()
    """Empty: all."""
    again: tuple[str, ...] = ()
    """Addresses that are sent to whatever the ledger says."""
    dry: bool = False


@dataclass(slots=True)
class Delivered:
    """What became of an edition's letters."""

    day: str
    revision: int
    edition: str
    marking: str
    results: list[Result] = field(default_factory=list)
    fault: BriefingsError | None = None
    """What ended it before all letters were tried."""

    def exit_code(self) -> int:
        """Give 0 when everybody has it, 1 when somebody gets none, 75 when a later try may help."""
        if self.fault is not None and self.fault.exit_code != TRY_LATER:
            return self.fault.exit_code
        states = {result.state for result in self.results}
        if self.fault is not None or states & _LATER:
            return TRY_LATER
        return OK if states <= _GOOD else LEFT_OUT

    def as_object(self) -> dict[str, Any]:
        """Give it as JSON values."""
        told = [
            {"address": one.letter.recipient.address, "list": one.letter.list, "state": one.state, "message": one.words}
            | {"subject": one.subject, "files": list(one.files), "message_id": one.message_id, "bytes": one.size}
            for one in self.results
        ]
        head = {"day": self.day, "revision": self.revision, "edition": self.edition, "marking": self.marking}
        return {**head, "recipients": told, "fault": str(self.fault) if self.fault else None}


def deliver(order: Order, composer: Composer, transport: Transport, clock: Callable[[], datetime]) -> Delivered:
    """Send an edition to whom it is due; with `dry` say what would be sent, and touch nothing.

    What ends it early is in the result, so that nobody is without a word; `BriefingsError` comes before anything left.
    """
    edition = composer.edition
    letters = letters_of(composer.config, composer.delivery, order.lists)
    again = _again(order.again, letters)
    composer.check(letters)
    delivered = Delivered(edition.day, edition.revision, edition.digest, edition.marking)
    if order.dry:
        _try(letters, again, composer, read_ledger(order.output), delivered)
        return delivered
    with open_ledger(order.output, _stamp(clock())) as ledger:
        try:
            for letter in letters:
                try:
                    result = _prepared(letter, again, composer, ledger)
                except BriefingsError as error:  # a template of the desk's own, say: nobody is without a word
                    delivered.fault = delivered.fault or error
                    result = Result(letter, "waiting", "was not tried")
                if isinstance(result, Result):
                    delivered.results.append(result)
                elif delivered.fault is not None:
                    delivered.results.append(_result(letter, "waiting", "was not tried", result))
                else:
                    _send(letter, result, transport, _Writer(ledger, composer, clock), delivered)
        finally:
            transport.close()
    return delivered


def _try(
    letters: Sequence[Letter], again: frozenset[str], composer: Composer, ledger: Ledger, delivered: Delivered
) -> None:
    for letter in letters:
        result = _prepared(letter, again, composer, ledger)
        if not isinstance(result, Result):
            result = _result(letter, "due", "would be sent", result)
        delivered.results.append(result)


def _prepared(letter: Letter, again: frozenset[str], composer: Composer, ledger: Ledger) -> Message | Result:
    """Give a letter's message, or why there is none."""
    edition = composer.edition
    last = ledger.last((edition.day, edition.revision, letter.mailbox))
    before = None if letter.mailbox in again else known(letter, last, edition)
    stopped = before or barrier(letter, edition, composer.config)
    if stopped:
        return stopped
    try:
        return composer.message(letter)
    except UnfitError as error:
        return Result(letter, "unfit", str(error))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the entries of one edition."""

    ledger: Ledger
    composer: Composer
    clock: Callable[[], datetime]

    def add(self, event: Any, letter: Letter, message: Message, words: str = "") -> None:  # noqa: ANN401 - an Event
        edition = self.composer.edition
        entry = Entry(
            event, _stamp(self.clock()), edition.day, edition.revision, edition.digest, letter.mailbox, letter.list,
            message.head.message_id, words,
        )  # fmt: skip
        self.ledger.add(entry)


def _send(letter: Letter, message: Message, transport: Transport, writer: _Writer, delivered: Delivered) -> None:
    """Send one message. An intent that cannot be written down keeps it here; an end that cannot is told."""
    try:
        transport.ready()
        writer.add("intent", letter, message)
    except BriefingsError as error:
        delivered.fault = error
        delivered.results.append(_result(letter, "waiting", "was not tried", message))
        return
    with _in_one_go():
        outcome = transport.send(message)
        result = _result(letter, outcome.state, outcome.words, message)
        delivered.results.append(result)
        try:
            writer.add(outcome.state, letter, message, outcome.words)
        except EnvironmentFaultError as error:
            told = f"{outcome.state} ({outcome.words}), which could not be written down: the next run will not know"
            delivered.results[-1] = replace(result, state="unknown", words=told)
            delivered.fault = error


@contextmanager
def _in_one_go() -> Iterator[None]:
    """Let an interruption wait until a message is over and its end is written down; a second one does not wait."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    caught: list[int] = []

    def catch(number: int, _frame: object) -> None:
        if caught:
            raise KeyboardInterrupt
        caught.append(number)

    before = {number: signal.signal(number, catch) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if caught:
        raise KeyboardInterrupt


def _again(addresses: Sequence[str], letters: Sequence[Letter]) -> frozenset[str]:
    """Give the mailboxes that are sent to again. `UsageError` for one that is on no list."""
    on_lists = {letter.mailbox for letter in letters}
    asked = {same_mailbox(address): address for address in addresses}
    for mailbox, address in asked.items():
        if mailbox not in on_lists:
            message = f"--again {address}: is on none of these lists; write it as it stands there"
            raise UsageError(message)
    return frozenset(asked)


def _result(letter: Letter, state: State, words: str, message: Message) -> Result:
    head = message.head
    return Result(letter, state, words, head.subject, message.files, head.message_id, len(message.data))


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
