"""Nobody gets an edition twice, or not at all without a word."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from briefings.commands import send
from briefings.delivery import edition, ledger
from briefings.shipping.files import read_folder
from tests.builds import PROJECT
from tests.delivery.conftest import MARKED, PLAIN, article
from tests.delivery.servers import listening

if TYPE_CHECKING:
    from briefings.model import Output
    from tests.builds import Run
    from tests.delivery.conftest import Desk
    from tests.delivery.servers import Mailbox

TEN = [f"okur{number}@bakanlik.example" for number in range(10)]


def _listed(addresses: list[str]) -> str:
    return ", ".join(f'{{ address = "{address}" }}' for address in addresses)


def _part(data: bytes, kind: Literal["plain", "html"]) -> str:
    """Give a part of a message's body."""
    body = message_from_bytes(data, policy=policy.default).get_body((kind,))
    assert body is not None
    return str(body.get_content())


def _entries(desk: Desk) -> list[dict[str, Any]]:
    text = ledger.path_of(desk.output).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _whom(mailbox: Mailbox) -> list[str]:
    return [taken.recipients[0] for taken in mailbox.taken]


def test_ten_recipients_two_not_now_one_not_at_all(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN))
        mailbox.rcpt = {TEN[2]: ["450 4.2.1 later"], TEN[9]: ["550 5.1.1 nobody"]}
        mailbox.data = {TEN[5]: ["451 4.3.0 later"]}
        first = desk.send()
        assert first.exit_code == 75
        assert "okur2@bakanlik.example (makam): not taken for now (450 4.2.1 later)" in first.stderr
        assert "okur9@bakanlik.example (makam): refused for good (550 5.1.1 nobody)" in first.stderr
        assert _whom(mailbox) == [one for one in TEN if one not in {TEN[2], TEN[5], TEN[9]}]
        second = desk.send()
        assert second.exit_code == 1
        assert _whom(mailbox)[7:] == [TEN[2], TEN[5]]
        assert "--again okur9@bakanlik.example" in second.stderr
        third = desk.send()
        assert (third.exit_code, len(mailbox.taken)) == (1, 9)
        fourth = desk.send("--again", "Okur9@Bakanlik.example")
        assert (fourth.exit_code, _whom(mailbox)[9:]) == (0, [TEN[9]])
        assert desk.send().exit_code == 0
    for taken in mailbox.taken:
        assert taken.recipients == (taken.recipients[0],)
        for other in set(TEN) - set(taken.recipients):
            assert other.encode() not in taken.data
        assert message_from_bytes(taken.data)["To"] == taken.recipients[0]


def test_killed_between_intent_and_end_it_is_not_sent_again_in_silence(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:3]))
        command = [sys.executable, str(PROJECT / "build.py"), "send", PLAIN, "--content", str(desk.content)]
        process = subprocess.Popen(
            [*command, "--output", str(desk.output)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        mailbox.before = lambda address: process.kill() if address == TEN[1] else None
        assert process.wait(60) == -signal.SIGKILL
        mailbox.before = lambda _: None
        assert [entry["event"] for entry in _entries(desk)] == ["intent", "sent", "intent"]
        again = desk.send()
        assert again.exit_code == 1
        assert "nobody knows whether it arrived" in again.stderr
        assert f"--again {TEN[1]}" in again.stderr
        assert _whom(mailbox) == TEN[:3]
        assert desk.send("--again", TEN[1]).exit_code == 0
        assert _whom(mailbox) == [*TEN[:3], TEN[1]]
        # A mail program knows the repeat by its id.
        ids = [message_from_bytes(taken.data)["Message-ID"] for taken in mailbox.taken]
        assert ids[1] == ids[3]
        assert len(set(ids)) == 3


def test_a_line_that_breaks_after_the_message_leaves_it_unknown(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:3]))
        mailbox.data = {TEN[0]: ["drop"]}
        first = desk.send()
        assert first.exit_code == 1
        assert f"{TEN[0]} (makam): unknown" in first.stderr
        assert _whom(mailbox) == TEN[:3]
        assert desk.send().exit_code == 1
        assert _whom(mailbox) == TEN[:3]


def test_two_at_once_send_once(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:2]))
        others: list[Run] = []
        mailbox.before = lambda _: others.append(desk.send_apart()) if not others else None
        assert desk.send().exit_code == 0
        assert (others[0].exit_code, len(mailbox.taken)) == (75, 2)
        assert "another delivery is under way" in others[0].stderr


def test_an_interruption_waits_for_the_end_of_a_message(desk: Desk) -> None:
    assert threading.current_thread() is threading.main_thread()
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:2]))
        mailbox.before = lambda _: os.kill(os.getpid(), signal.SIGTERM)
        assert desk.send().exit_code == 130
        assert [entry["event"] for entry in _entries(desk)] == ["intent", "sent"]
        mailbox.before = lambda _: None
        assert desk.send().exit_code == 0
        assert _whom(mailbox) == TEN[:2]


def test_nobody_there_is_for_later_and_nothing_is_written(desk: Desk) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    desk.settled(port, _listed(TEN[:3]))
    run = desk.send("--json")
    assert run.exit_code == 75
    told = json.loads(run.stdout)
    assert [one["state"] for one in told["recipients"]] == ["waiting"] * 3
    assert "cannot be reached" in told["fault"]
    assert _entries(desk) == []


def test_a_sender_that_is_refused_costs_no_recipient(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:1]))
        mailbox.sender = ["550 5.7.1 not you"]
        assert desk.send().exit_code == 75
        assert desk.send().exit_code == 0


def test_what_is_marked_too_high_is_not_sent(desk: Desk) -> None:
    with listening() as mailbox:
        readers = '{ address = "a@x.example" }, { address = "b@x.example", ceiling = "tasnif-disi" }'
        other = '[delivery.lists.basin]\nlanguages = ["tr"]\nrecipients = [{ address = "c@x.example" }]'
        desk.settled(mailbox.port, readers, more=other)
        assert desk.send(day=PLAIN).exit_code == 0
        assert sorted(_whom(mailbox)) == ["a@x.example", "b@x.example", "c@x.example"]
        mailbox.taken.clear()
        run = desk.send("--again", "b@x.example", day=MARKED)
        assert (run.exit_code, _whom(mailbox)) == (1, ["a@x.example"])
        assert run.stderr.count("above what is sent here (TASNİF DIŞI)") == 2


def test_a_hostile_title_stays_in_its_place(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:1]), first="headline = true")
        assert desk.send(day=MARKED).exit_code == 0
    read = message_from_bytes(mailbox.taken[0].data, policy=policy.default)
    assert read["Bcc"] is None
    assert read["Subject"].startswith("[HİZMETE ÖZEL] Günlük Brifing · 4 Aralık 2025 Perşembe · Şu ")
    assert "evil.example" in read["Subject"]
    assert "\u202e" not in read["Subject"]
    body = _part(mailbox.taken[0].data, "html")
    assert "&lt;b&gt;rıhtımı&lt;/b&gt;" in body
    assert body.count("HİZMETE ÖZEL") == 2


def test_dry_run_says_all_and_touches_nothing(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:2]))
        run = desk.send("--dry-run")
        assert (run.exit_code, mailbox.taken, mailbox.calls) == (0, [], 0)
        assert f"{TEN[0]} (makam): would be sent: [TASNİF DIŞI] Günlük Brifing" in run.stdout
        assert not ledger.path_of(desk.output).parent.exists()
        told = json.loads(desk.send("--dry-run", "--json").stdout)
        assert [one["state"] for one in told["recipients"]] == ["due", "due"]
        assert told["recipients"][0]["files"] == [f"briefing-{PLAIN}-tr-principal.pdf"]


@pytest.mark.parametrize(
    ("file", "data"),
    [("tr/principal.html", b"<p>x</p>"), ("tr/briefing-2025-12-03-tr-principal.pdf", b"%"), ("more.txt", b"x")],
)
def test_an_edition_that_was_altered_stays(desk: Desk, file: str, data: bytes) -> None:
    with (desk.output / PLAIN / file).open("ab") as opened:
        opened.write(data)
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:1]))
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (4, [])
        assert f"{file}: " in run.stderr


def test_days_without_an_edition(desk: Desk) -> None:
    desk.settled(1, _listed(TEN[:1]))
    assert "there is no such edition" in desk.send(day="2025-11-01").stderr
    assert desk.send(day="2025-11-01").exit_code == 4
    assert desk.send(day="gestern").exit_code == 2


def test_an_embargo_keeps_the_edition_and_says_until_when(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:1]))
        monkeypatch.setattr(send, "_clock", lambda: datetime(2025, 12, 3, 14, 59, tzinfo=UTC))
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (75, [])
        assert "a.md is under embargo until 2025-12-03 18:00" in run.stderr
        monkeypatch.setattr(send, "_clock", lambda: datetime(2025, 12, 3, 15, 0, tzinfo=UTC))
        assert desk.send().exit_code == 0
    read = message_from_bytes(mailbox.taken[0].data, policy=policy.default)
    assert read["Date"] == "Wed, 03 Dec 2025 18:00:00 +0300"


def test_an_edition_of_another_product_stays(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:1]))
        path = desk.content / "briefings.toml"
        path.write_text('release = "ozel"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (3, [])
        assert "made with release = ''" in run.stderr


def test_a_marking_that_is_another_by_now(desk: Desk) -> None:
    with listening() as mailbox:
        for old, new, words in (
            ("HİZMETE ÖZEL", "GİZLİ", "page 1 does not carry its marking at head and foot"),
            ('id = "hizmete-ozel"', 'id = "gizli"', "which is not on the desk's scale any more"),
        ):
            desk.settled(mailbox.port, _listed(TEN[:1]))
            path = desk.content / "briefings.toml"
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
            run = desk.send(day=MARKED)
            assert (run.exit_code, mailbox.taken, words in run.stderr) == (4, [], True), run.stderr


def test_a_build_meanwhile_mixes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = desk.output / PLAIN / "tr" / f"briefing-{PLAIN}-tr-principal.pdf"
    before = pdf.read_bytes()

    def read(folder: Path) -> tuple[Output, ...]:
        found = read_folder(folder)
        pdf.write_bytes(b"another")
        return found

    monkeypatch.setattr(edition, "read_folder", read)
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:1]))
        assert desk.send().exit_code == 0
    parts = message_from_bytes(mailbox.taken[0].data).walk()
    assert [part.get_payload(decode=True) for part in parts if part.get_content_subtype() == "pdf"] == [before]


def test_an_intent_is_on_the_disk_before_its_message_leaves(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[tuple[int, int]] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        real(descriptor)
        if Path(f"/proc/self/fd/{descriptor}").readlink().name == "ledger.jsonl":
            synced.append((len(_entries(desk)), len(mailbox.taken)))

    monkeypatch.setattr(os, "fsync", fsync)
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:2]))
        assert desk.send().exit_code == 0
    assert synced == [(1, 0), (2, 1), (3, 1), (4, 2)]


def test_a_draft_stays(desk: Desk) -> None:
    (desk.content / "c.md").write_text(article("Taslak", "2025-12-05", "draft: true"), encoding="utf-8")
    assert desk.build("--drafts").exit_code == 0
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:1]))
        run = desk.send(day="2025-12-05")
        assert (run.exit_code, mailbox.taken) == (4, [])
        assert "holds drafts" in run.stderr


def test_a_revision_goes_out_with_its_number_and_another_make_does_not(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:1]))
        assert desk.send("--to", "makam").exit_code == 0
        assert desk.build("--format", "html,pdf").exit_code == 0
        other = desk.send()
        assert (other.exit_code, len(mailbox.taken)) == (0, 1)
        assert "has this edition in an earlier make" in other.stderr
        (desk.content / "late.md").write_text(article("Bartın'da tersane açıldı", PLAIN), encoding="utf-8")
        assert desk.build().exit_code == 0
        assert desk.send().exit_code == 0
        assert desk.send().exit_code == 0
    subjects = [message_from_bytes(taken.data, policy=policy.default)["Subject"] for taken in mailbox.taken]
    assert subjects == [
        "[TASNİF DIŞI] Günlük Brifing · 3 Aralık 2025 Çarşamba",
        "[TASNİF DIŞI] Günlük Brifing · 3 Aralık 2025 Çarşamba · 2. baskı",
    ]
    text = _part(mailbox.taken[1].data, "plain")
    assert "Bartın'da tersane açıldı" in text.partition("2. baskı:")[2].partition("Günün özü")[0]


def test_who_gets_it_is_no_part_of_an_edition(desk: Desk) -> None:
    def published() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in desk.output.glob("*-*-*/**/*") if path.is_file()}

    before = published()
    desk.settled(1, _listed(TEN))
    assert desk.build().exit_code == 0
    assert published() == before
    assert not any(b"okur1@bakanlik" in data for data in before.values())


def test_a_full_disk_before_the_intent_sends_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:2]))
        _full_from(1, monkeypatch)
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (4, [])
        assert "No space left" in run.stderr
        monkeypatch.undo()
        assert desk.send().exit_code == 0
        assert _whom(mailbox) == TEN[:2]


def test_a_full_disk_after_a_message_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:2]))
        _full_from(2, monkeypatch)
        run = desk.send()
        assert run.exit_code == 4
        assert "could not be written down" in run.stderr
        assert f"{TEN[1]} (makam): not sent (was not tried)" in run.stderr
        monkeypatch.undo()
        assert desk.send().exit_code == 1
        assert _whom(mailbox) == TEN[:2]


def _full_from(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the ledger's disk take half of its line of a number, and nothing from there on."""
    count, real = [0], os.write

    def write(descriptor: int, data: bytes) -> int:
        if Path(f"/proc/self/fd/{descriptor}").readlink().name == "ledger.jsonl":
            count[0] += 1
            if count[0] > number:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if count[0] == number:
                return real(descriptor, bytes(data)[: len(data) // 2])
        return real(descriptor, data)

    monkeypatch.setattr(os, "write", write)


class _EndError(BaseException):
    """The end of a process, as far as the ledger and the server can tell."""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize("number", range(1, 5))
def test_ended_anywhere_nobody_gets_two_or_is_left_without_a_word(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, call: str, when: str
) -> None:
    count, real = [0], getattr(os, call)

    def ending(descriptor: int, *data: bytes) -> int | None:
        is_ledger = Path(f"/proc/self/fd/{descriptor}").readlink().name == "ledger.jsonl"
        count[0] += is_ledger
        is_hit = is_ledger and count[0] == number
        if is_hit and when == "before":
            raise _EndError
        done: int | None = real(descriptor, *data)
        if is_hit:
            raise _EndError
        return done

    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:2]))
        monkeypatch.setattr(os, call, ending)
        with pytest.raises(_EndError):
            desk.send()
        monkeypatch.undo()
        told = json.loads(desk.send("--json").stdout)["recipients"]
        assert len(set(_whom(mailbox))) == len(mailbox.taken)
        for one in told:
            assert one["state"] == "unknown" or _whom(mailbox).count(one["address"]) == 1


def test_a_disk_that_fails_while_files_are_written_is_for_later(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _to_folder(desk)
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().suffix == ".new":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    assert desk.send().exit_code == 75
    assert list((tmp_path / "giden").iterdir()) == []
    monkeypatch.undo()
    assert desk.send().exit_code == 0
    assert len(list((tmp_path / "giden").iterdir())) == 2


def test_a_folder_instead_of_a_server(desk: Desk, tmp_path: Path) -> None:
    _to_folder(desk)
    assert desk.send().exit_code == 0
    assert desk.send().exit_code == 0
    made = sorted((tmp_path / "giden").iterdir())
    assert [path.suffix for path in made] == [".eml"] * 2
    assert {path.stat().st_mode & 0o777 for path in made} == {0o600}
    assert {message_from_bytes(path.read_bytes())["To"] for path in made} == set(TEN[:2])
    assert ledger.path_of(desk.output).parent.stat().st_mode & 0o777 == 0o700


def test_no_folder_within_the_desk(desk: Desk) -> None:
    for folder in (".", "giden", "../editions/giden"):
        _to_folder(desk, folder)
        run = desk.send()
        assert (run.exit_code, "name one beside it" in run.stderr) == (3, True)


def _to_folder(desk: Desk, folder: str = "../giden") -> None:
    desk.settings(
        f'[delivery]\ntransport = "folder"\nfolder = "{folder}"\n[delivery.sender]\naddress = "m@x.example"\n'
        f'[delivery.lists.makam]\nlanguages = ["tr"]\nrecipients = [{_listed(TEN[:2])}]\n'
    )


def test_lists_that_there_are_not(desk: Desk) -> None:
    desk.settled(1, _listed(TEN[:1]))
    assert "did you mean makam?" in desk.send("--to", "makan").stderr
    assert desk.send("--to", "makan").exit_code == 2
    assert desk.send("--again", "x@y.example").exit_code == 2
    desk.settings("")
    assert "there is no [delivery]" in desk.send().stderr
    assert desk.send().exit_code == 3


def test_what_the_edition_lacks_and_what_is_too_large(desk: Desk) -> None:
    with listening() as mailbox:
        readers = '{ address = "a@x.example" }, { address = "b@x.example", languages = ["en"] }'
        desk.settled(mailbox.port, readers)
        run = desk.send()
        assert (run.exit_code, _whom(mailbox)) == (1, ["a@x.example"])
        assert "the edition holds no en/briefing-2025-12-03-en-principal.pdf" in run.stderr
        desk.settled(mailbox.port, readers, first="message_mebibytes = 0.01")
        run = desk.send("--again", "a@x.example")
        assert (run.exit_code, len(mailbox.taken)) == (1, 1)
        assert "more than message_mebibytes" in run.stderr


def test_a_template_of_the_desk_s_own(desk: Desk) -> None:
    (desk.content / "look").mkdir()
    look = desk.content / "look" / "mail.html.j2"
    look.write_text("<p>{{ mails[0].marking }}: {{ mails[0].day }} {{ light.accent }}</p>", encoding="utf-8")
    with listening() as mailbox:
        desk.settled(mailbox.port, _listed(TEN[:2]))
        assert desk.send("--dry-run").exit_code == 0
        look.write_text("<p>\n{{ mails[0].markin }}</p>", encoding="utf-8")
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (3, [])
        assert "look/mail.html.j2:2: MailView has no 'markin'; did you mean 'marking'?" in run.stderr
        assert run.stderr.count("was not tried") == 2
        look.unlink()
        assert desk.send().exit_code == 0


def test_a_build_knows_nothing_of_delivery() -> None:
    code = (
        "import sys, briefings.commands.build, briefings.commands.serve, briefings.pipeline\n"
        "of_delivery = ('briefings.delivery', 'smtplib', 'cryptography', 'pyhanko')\n"
        "print([name for name in sys.modules if name.startswith(of_delivery)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert done.stdout.strip() == "[]"
