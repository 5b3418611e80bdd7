"""Fresh keys and certificates for tests."""

from __future__ import annotations

import datetime as dt
import ipaddress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

if TYPE_CHECKING:
    from pathlib import Path

_NOW = dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Made:
    """A key with its certificate, as files."""

    key: Path
    certificate: Path


@cache
def _rsa(number: int) -> rsa.RSAPrivateKey:  # noqa: ARG001 - which of the keys
    return rsa.generate_private_key(65537, 2048)


def made(  # noqa: PLR0913 - all by name
    folder: Path,
    name: str,
    *,
    address: str = "",
    days: int = 30,
    password: bytes | None = None,
    curve: bool = False,
    host: bool = False,
) -> Made:
    """Make a self-signed certificate that ends in so many days, and write it with its key."""
    key = ec.generate_private_key(ec.SECP256R1()) if curve else _rsa(0)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    start = _NOW - dt.timedelta(days=60)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(_NOW + dt.timedelta(days=days))
    )
    names: list[x509.GeneralName] = [x509.RFC822Name(address)] if address else []
    if host:
        names += [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    files = Made(folder / f"{name}.key", folder / f"{name}.pem")
    encryption = BestAvailableEncryption(password) if password else NoEncryption()
    files.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption))
    files.key.chmod(0o600)
    files.certificate.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    return files
