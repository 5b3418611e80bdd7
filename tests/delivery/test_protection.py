"""What is signed and encrypted, judged by openssl and by pyHanko; what may not leave in clear does not."""

from __future__ import annotations

import subprocess
from email import message_from_bytes, policy
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from briefings.delivery import composing
from tests.delivery.conftest import PLAIN
from tests.delivery.servers import listening

pytest.importorskip("cryptography", reason="the extra `deliver` is not installed")

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from tests.delivery.keys import made

if TYPE_CHECKING:
    from pathlib import Path

    from tests.delivery.conftest import Desk

READER = "okur@bakanlik.example"
PDF = f"{PLAIN}/tr/briefing-{PLAIN}-tr-principal.pdf"


def _signing(more: str = "") -> str:
    return f'[delivery.signing]\ncertificate = "../desk.pem"\nkey = "../desk.key"\n{more}'


def _reader(certificate: str = "") -> str:
    told = f', certificate = "{certificate}"' if certificate else ""
    return f'{{ address = "{READER}"{told} }}'


def _openssl(*arguments: str, given: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=False)


def _sent(desk: Desk, readers: str, more: str) -> bytes:
    with listening() as mailbox:
        desk.settled(mailbox.port, readers, more=more)
        run = desk.send()
        assert run.exit_code == 0, run.stderr
    return mailbox.taken[0].data


def _pdf_in(data: bytes) -> bytes:
    parts = message_from_bytes(data, policy=policy.default).walk()
    found = next(part for part in parts if part.get_content_type() == "application/pdf")
    payload = found.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload


@pytest.mark.parametrize("curve", [False, True])
def test_a_signed_message_is_whole(desk: Desk, tmp_path: Path, curve: bool) -> None:
    made(tmp_path, "desk", address="masa@halic.example", curve=curve)
    data = _sent(desk, _reader(), _signing())
    check = ("cms", "-verify", "-CAfile", str(tmp_path / "desk.pem"), "-purpose", "any")
    verified = _openssl(*check, given=data)
    assert verified.returncode == 0, verified.stderr
    assert _pdf_in(verified.stdout) == (desk.output / PDF).read_bytes()
    # Without the key it reads like any other.
    assert _pdf_in(data) == (desk.output / PDF).read_bytes()
    altered = data.replace(b"r=C4=B1ht=C4=B1m", b"r=C4=B1ht=C4=B1n", 1)
    assert altered != data
    assert _openssl(*check, given=altered).returncode != 0


def test_an_encrypted_message_is_read_by_its_reader_alone(desk: Desk, tmp_path: Path) -> None:
    made(tmp_path, "desk", address="masa@halic.example", password=b"parola")
    (tmp_path / "word").write_text("parola\n", encoding="utf-8")
    (tmp_path / "word").chmod(0o600)
    reader = made(tmp_path, "okur", address="Okur@Bakanlik.example")
    data = _sent(desk, _reader("../okur.pem"), _signing('password_file = "../word"'))
    assert b"application/pkcs7-mime; smime-type=enveloped-data" in data
    assert b".pdf" not in data
    opened = _openssl("cms", "-decrypt", "-inkey", str(reader.key), "-recip", str(reader.certificate), given=data)
    assert opened.returncode == 0, opened.stderr
    check = ("cms", "-verify", "-CAfile", str(tmp_path / "desk.pem"), "-purpose", "any")
    verified = _openssl(*check, given=opened.stdout)
    assert verified.returncode == 0, verified.stderr
    assert _pdf_in(verified.stdout) == (desk.output / PDF).read_bytes()


def test_the_headline_stays_out_of_the_subject_of_an_encrypted_message(desk: Desk, tmp_path: Path) -> None:
    made(tmp_path, "okur", address=READER)
    with listening() as mailbox:
        desk.settled(mailbox.port, _reader("../okur.pem"), first="headline = true")
        assert desk.send().exit_code == 0
    subject = message_from_bytes(mailbox.taken[0].data, policy=policy.default)["Subject"]
    assert subject == "[TASNİF DIŞI] Günlük Brifing · 3 Aralık 2025 Çarşamba"


def test_the_copy_of_a_pdf_is_signed_and_the_published_one_stays(desk: Desk, tmp_path: Path) -> None:
    made(tmp_path, "desk", address="masa@halic.example")
    before = (desk.output / PDF).read_bytes()
    copy = _pdf_in(_sent(desk, _reader(), _signing("message = false\npdf = true")))
    assert (desk.output / PDF).read_bytes() == before
    assert copy.startswith(before)
    assert len(copy) > len(before)
    reader = PdfFileReader(BytesIO(copy))
    (signature,) = reader.embedded_signatures
    trusted = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    status = validate_pdf_signature(signature, trusted)
    assert status.intact
    assert status.valid
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    altered = bytearray(copy)
    altered[len(before) // 2] ^= 1
    (signature,) = PdfFileReader(BytesIO(bytes(altered))).embedded_signatures
    assert not validate_pdf_signature(signature, trusted).intact


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"address": READER, "days": -1}, "the certificate has expired on "),
        ({"address": "baska@bakanlik.example"}, "the certificate is for baska@bakanlik.example, not for okur@"),
        ({"address": READER, "curve": True}, "the certificate's key is not RSA"),
        ({}, "the certificate is for no address, not for okur@"),
    ],
)
def test_nothing_leaves_in_clear_that_should_be_encrypted(
    desk: Desk, tmp_path: Path, given: dict[str, str | int | bool], words: str
) -> None:
    made(tmp_path, "okur", **given)  # type: ignore[arg-type]
    with listening() as mailbox:
        desk.settled(mailbox.port, _reader("../okur.pem") + ', { address = "b@x.example" }')
        run = desk.send()
        assert (run.exit_code, [taken.recipients for taken in mailbox.taken]) == (1, [("b@x.example",)])
        assert words in run.stderr
        assert "nothing is sent in clear" in run.stderr


@pytest.mark.parametrize(
    ("given", "mode", "words"),
    [
        ({"address": "masa@halic.example", "days": -1}, 0o600, "has expired on"),
        ({"address": "baska@halic.example"}, 0o600, "not for masa@halic.example"),
        ({"address": "masa@halic.example"}, 0o640, "others can read it (mode 640); chmod 600 it"),
        ({"address": "masa@halic.example", "password": b"x"}, 0o600, "certificate or key cannot be read"),
    ],
)
def test_a_key_that_does_not_fit_is_a_matter_of_settings(
    desk: Desk, tmp_path: Path, given: dict[str, str | int | bytes], mode: int, words: str
) -> None:
    made(tmp_path, "desk", **given).key.chmod(mode)  # type: ignore[arg-type]
    with listening() as mailbox:
        desk.settled(mailbox.port, _reader(), more=_signing())
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (3, [])
        assert words in run.stderr


def test_a_certificate_that_is_not_there(desk: Desk) -> None:
    with listening() as mailbox:
        desk.settled(mailbox.port, _reader("../okur.pem") + ', { address = "b@x.example" }')
        run = desk.send()
        assert (run.exit_code, len(mailbox.taken)) == (1, 1)
        assert "okur.pem: cannot be read (No such file or directory)" in run.stderr


def test_without_the_extra_one_message_says_what_to_install(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "find_spec", lambda _: None)
    with listening() as mailbox:
        desk.settled(mailbox.port, _reader("../okur.pem"))
        run = desk.send()
        assert (run.exit_code, mailbox.taken) == (3, [])
        assert "requirements-deliver.txt" in run.stderr
        desk.settled(mailbox.port, _reader())
        assert desk.send().exit_code == 0
