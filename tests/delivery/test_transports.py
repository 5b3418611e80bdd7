"""The line to the mail server: trusted, or not at all."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("cryptography", reason="the extra `deliver` is not installed")

from tests.delivery.keys import made
from tests.delivery.servers import PASSWORD, listening

if TYPE_CHECKING:
    from pathlib import Path

    from tests.delivery.conftest import Desk

READER = '{ address = "okur@x.example" }'
TLS = 'authorities = "../server.pem"'
USER = f'{TLS}\nuser = "masa"\npassword_file = "../word"'


@pytest.fixture
def context(tmp_path: Path) -> ssl.SSLContext:
    """What the server shows for itself."""
    server = made(tmp_path, "server", host=True)
    found = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    found.load_cert_chain(server.certificate, server.key)
    _word(tmp_path, PASSWORD)
    return found


def _word(folder: Path, text: str, mode: int = 0o600) -> None:
    (folder / "word").write_text(text, encoding="utf-8")
    (folder / "word").chmod(mode)


def test_a_server_that_is_known_and_asks_who_is_there(desk: Desk, context: ssl.SSLContext) -> None:
    with listening(context) as mailbox:
        desk.settled(mailbox.port, READER, server=USER)
        run = desk.send()
        assert (run.exit_code, len(mailbox.taken)) == (0, 1), run.stderr
        assert [words.partition(" ")[2] for words in mailbox.logged_in] == ["masa"]


def test_a_password_from_the_environment(desk: Desk, context: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    server = f'{TLS}\nuser = "masa"\npassword_env = "MASA_PAROLA"'
    with listening(context) as mailbox:
        desk.settled(mailbox.port, READER, server=server)
        run = desk.send()
        assert (run.exit_code, "MASA_PAROLA is not set" in run.stderr) == (3, True)
        monkeypatch.setenv("MASA_PAROLA", PASSWORD)
        assert desk.send().exit_code == 0


@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("another", 0o600, "refuses masa (535"),
        (PASSWORD, 0o644, "others can read it (mode 644)"),
        ("", 0o600, "holds no password"),
        ("parolaı", 0o600, "letters beyond ASCII"),
    ],
)
def test_a_wrong_password(
    desk: Desk, context: ssl.SSLContext, tmp_path: Path, text: str, mode: int, words: str
) -> None:
    _word(tmp_path, text, mode)
    with listening(context) as mailbox:
        desk.settled(mailbox.port, READER, server=USER)
        run = desk.send()
        assert (run.exit_code, mailbox.taken, words in run.stderr) == (3, [], True), run.stderr
        assert PASSWORD not in run.stderr


def test_a_server_that_is_not_known(desk: Desk, context: ssl.SSLContext) -> None:
    with listening(context) as mailbox:
        desk.settled(mailbox.port, READER, server="")
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (4, [])
        assert "no trusted connection" in run.stderr


def test_a_server_without_tls_gets_nothing(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, READER, server="")
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (3, [])
        assert "does not offer what is asked for" in run.stderr


def test_an_address_beyond_ascii_needs_a_server_that_takes_it(desk: Desk) -> None:
    readers = '{ address = "çağrı@bakanlık.example", name = "Çağrı İğdır" }'
    with listening() as mailbox:
        desk.settled(mailbox.port, readers)
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (1, [])
        assert "takes no address beyond ASCII" in run.stderr
    with listening(utf8=True) as mailbox:
        desk.settled(mailbox.port, readers)
        assert desk.send("--again", "çağrı@xn--bakanlk-wfb.example").exit_code == 0
        assert mailbox.taken[0].recipients == ("çağrı@xn--bakanlk-wfb.example",)
        assert "\r\n <çağrı@xn--bakanlk-wfb.example>\r\n".encode() in mailbox.taken[0].data
