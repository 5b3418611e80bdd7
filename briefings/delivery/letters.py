"""Who gets which message: what each recipient is to have, and why one gets none."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

from briefings.config.addresses import same_mailbox
from briefings.errors import UsageError
from briefings.rendering.markings import marking_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.config import Config
    from briefings.config.delivery import Delivery, MailingList, Recipient
    from briefings.config.tables import LanguageCode, ProfileName
    from briefings.delivery.edition import Published
    from briefings.delivery.ledger import Entry

State = Literal[
    "due", "sent", "had", "had-other", "waiting", "deferred", "unknown", "refused", "ceiling", "lacks", "unfit"
]
"""Of a letter: to be sent, sent now, had before (in this make or another), not tried, not taken for now, nobody knows,
refused for good, marked too high for its reader, not whole in the edition, not to be encrypted or too large."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One recipient's message."""

    recipient: Recipient
    list: str
    languages: tuple[LanguageCode, ...]
    profiles: tuple[ProfileName, ...]
    parts: tuple[str, ...]
    ceiling: str
    """Id of the highest marking that may be sent; "" for none at all."""
    must_encrypt: bool

    @property
    def mailbox(self) -> str:
        """What it is known by in the ledger."""
        return same_mailbox(self.recipient.address)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a letter."""

    letter: Letter
    state: State
    words: str = ""
    """Why, and what to do."""
    subject: str = ""
    files: tuple[str, ...] = ()
    message_id: str = ""
    size: int = 0
    """Bytes."""


def letters_of(config: Config, delivery: Delivery, named: Sequence[str]) -> tuple[Letter, ...]:
    """Give a letter for every mailbox of the lists that are named, of all without a name; the first list counts.

    `UsageError` for a list there is not.
    """
    for name in named:
        if name not in delivery.lists:
            near = get_close_matches(name, delivery.lists, n=1, cutoff=0.5)
            advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(delivery.lists)}"
            message = f"--to {name}: no list is called so; {advice}"
            raise UsageError(message)
    found: dict[str, Letter] = {}
    for name in named or tuple(delivery.lists):
        for recipient in delivery.lists[name].recipients:
            letter = _letter(recipient, name, delivery.lists[name], config)
            found.setdefault(letter.mailbox, letter)
    return tuple(found.values())


def _letter(recipient: Recipient, name: str, group: MailingList, config: Config) -> Letter:
    order = [step.id for step in config.markings]
    ceilings = [one for one in (recipient.ceiling, group.ceiling) if one]
    return Letter(
        recipient,
        name,
        recipient.languages or group.languages or config.languages,
        recipient.profiles or group.profiles or ("principal",),
        recipient.parts or group.parts or ("pdf", "body"),
        min(ceilings, key=order.index, default=config.marking),
        group.encrypt,
    )


def barrier(letter: Letter, edition: Published, config: Config) -> Result | None:
    """Say why a letter may not leave, whatever was sent before; None when it may."""
    order = ["", *(step.id for step in config.markings)]
    if order.index(edition.marking) > order.index(letter.ceiling):
        told = marking_words(edition.marking, "tr", config)
        limit = marking_words(letter.ceiling, "tr", config) or "none"
        words = f"the edition is marked {told}, above what is sent here ({limit}); raise ceiling, if it may be read"
        return Result(letter, "ceiling", words)
    lacking = [path for path in _paths(letter, edition) if path not in edition.files]
    if lacking:
        words = f"the edition holds no {lacking[0]}; build it with that language, profile and format"
        return Result(letter, "lacks", words)
    return None


def _paths(letter: Letter, edition: Published) -> Iterable[str]:
    if "pdf" in letter.parts:
        yield from pdfs_of(letter, edition)
    if "body" in letter.parts:
        yield from (edition.page(language, letter.profiles[0]) for language in letter.languages)


def pdfs_of(letter: Letter, edition: Published) -> tuple[str, ...]:
    """Give the paths of the PDFs that belong to a letter, none where it has none."""
    if "pdf" not in letter.parts:
        return ()
    return tuple(edition.pdf(language, profile) for language in letter.languages for profile in letter.profiles)


def known(letter: Letter, last: Entry | None, edition: Published) -> Result | None:
    """Say what the ledger knows of a letter that is not to be sent; None when it is due."""
    if last is None or last.event == "deferred":
        return None
    again = f"--again {letter.recipient.address}"
    if last.event == "sent" and last.edition == edition.digest:
        return Result(letter, "had", f"has it since {last.at}")
    if last.event == "sent":
        words = f"has this edition in an earlier make, since {last.at}; {again} sends this one too"
        return Result(letter, "had-other", words)
    if last.event == "refused":
        words = f"was refused on {last.at} ({last.words}); correct the address, or try once more with {again}"
        return Result(letter, "refused", words)
    words = (
        f"was on its way on {last.at}, and nobody knows whether it arrived"
        f"{f' ({last.words})' if last.words else ''}; ask, or look at the server's log, then send it with {again}"
    )
    return Result(letter, "unknown", words)
