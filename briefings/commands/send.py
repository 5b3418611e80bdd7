"""`briefings send`: an edition to its readers, each once. The only command that reads the clock."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import click

from briefings.articles import read_look
from briefings.commands import options
from briefings.delivery import secrets
from briefings.delivery.composing import Composer
from briefings.delivery.edition import read_edition, stale
from briefings.delivery.sending import Order, deliver
from briefings.delivery.transports import Folder, Smtp
from briefings.desk import config_path
from briefings.errors import ConfigurationError, NothingToPublishError
from briefings.rendering.look import look_of
from briefings.settings import load_config
from briefings.shipping.manifest import archived_days

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.config.delivery import Delivery
    from briefings.delivery.letters import Result
    from briefings.delivery.sending import Delivered
    from briefings.delivery.transports import Transport
    from briefings.screen import Screen

_WORDS: Final = {
    "due": "would be sent",
    "sent": "sent",
    "had": "not sent again",
    "had-other": "not sent again",
    "waiting": "not sent",
    "deferred": "not taken for now",
    "unknown": "unknown",
    "refused": "refused for good",
    "ceiling": "not sent",
    "lacks": "not sent",
    "unfit": "not sent",
}
_QUIET: Final = frozenset({"due", "sent", "had"})


@click.command("send")
@click.argument("day", metavar="DAY|latest")
@click.option(
    "--to", "lists", multiple=True, metavar="LIST", help="Only these lists (a name, or a,b; may be repeated)."
)
@click.option("--again", multiple=True, metavar="ADDRESS", help="Send to this address whatever the ledger says.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be sent to whom; send nothing, write nothing.")
@options.content
@options.output
@options.config
@options.as_json
@click.pass_obj
def command(
    screen: Screen,
    /,
    day: str,
    lists: tuple[str, ...],
    again: tuple[str, ...],
    *,
    dry: bool,
    as_json: bool,
    **where: Path,
) -> int:
    """Send the edition of DAY to the lists of [delivery], each recipient a message of their own, once."""
    now = _clock()
    content, output = options.folder(where["content"]), where["output"]
    path = config_path(content, where["config"])
    config = load_config(path)
    if path is None or config.delivery is None:
        message = f"{path or content / 'briefings.toml'}: there is no [delivery]; docs/delivery.md shows one"
        raise ConfigurationError(message)
    base = path.absolute().parent
    edition = read_edition(output / _day(day, output), config, now)
    composer = Composer(edition, config, config.delivery, look_of(read_look(content)), base, os.environ, now)
    named = tuple(name.strip() for group in lists for name in group.split(",") if name.strip())
    transport = _transport(config.delivery, base, content, output)
    delivered = deliver(Order(output, named, again, dry), composer, transport, _clock)
    for finding in stale(edition, content):
        screen.say("warning", f"{finding.path}: {finding.message}; what is sent is the edition as it was published")
    _tell(delivered, screen, as_json=as_json)
    return delivered.exit_code()


def _clock() -> datetime:
    return datetime.now(UTC)


def _day(text: str, output: Path) -> str:
    """Give the day that is meant, as its folder is called."""
    if text != "latest":
        return options.day(text, "DAY").isoformat()
    days = archived_days(output)
    if not days:
        message = f"{output}: there is no edition; build one first"
        raise NothingToPublishError(message)
    return days[-1].isoformat()


def _transport(delivery: Delivery, base: Path, content: Path, output: Path) -> Transport:
    if delivery.transport == "folder":
        folder = (base / delivery.folder).resolve()
        for taken, why in ((content, "the content folder"), (output, "the archive, which is public")):
            if folder.is_relative_to(taken.resolve()):
                message = f"[delivery]: folder {folder} lies in {why}; name one beside it"
                raise ConfigurationError(message)
        return Folder(folder)
    server = delivery.server
    file = base / server.password_file if server.password_file else None
    password = secrets.password(server.password_env, file, os.environ)
    hello = server.hello or delivery.sender.address.rpartition("@")[2]
    return Smtp(server, hello, password, base / server.authorities if server.authorities else None)


def _tell(delivered: Delivered, screen: Screen, *, as_json: bool) -> None:
    """Say of every recipient what became of their message: on stdout what went well, on stderr what did not."""
    for result in delivered.results:
        if result.state not in _QUIET:
            level = "warning" if result.state == "had-other" else "error"
            screen.say(level, _in_words(result))
        elif not as_json:
            click.echo(_in_words(result))
    if delivered.fault is not None:
        screen.error(str(delivered.fault))
    if as_json:
        click.echo(json.dumps(delivered.as_object(), ensure_ascii=False))
    counts = Counter(_WORDS[result.state] for result in delivered.results)
    told = ", ".join(f"{count} {words}" for words, count in counts.items())
    revision = f", revision {delivered.revision}" if delivered.revision > 1 else ""
    screen.summary([f"{delivered.day}{revision}: {told}"])


def _in_words(result: Result) -> str:
    name, address = result.letter.recipient.name, result.letter.recipient.address
    whom = f"{name} <{address}>" if name else address
    what = (
        f": {result.subject} [{', '.join((*result.files, f'{result.size:,} bytes'))}]" if result.state == "due" else ""
    )
    why = f" ({result.words})" if result.words and result.state not in {"due", "sent"} else ""
    return f"{whom} ({result.letter.list}): {_WORDS[result.state]}{why}{what}"
