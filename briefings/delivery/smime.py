"""Messages signed with the desk's key and encrypted for their reader (S/MIME, RFC 8551; extra `deliver`)."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key, pkcs7

from briefings.config.addresses import address_of, same_mailbox
from briefings.errors import ConfigurationError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_COLUMNS: Final = 76


class UnfitCertificateError(Exception):
    """A certificate for which nothing may be encrypted; the message says why."""


@dataclass(frozen=True, slots=True)
class Signer:
    """The desk's key with its certificate, and those of its authorities."""

    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: x509.Certificate = field(repr=False)
    authorities: tuple[x509.Certificate, ...] = field(repr=False)

    def signed(self, entity: bytes, name: str) -> bytes:
        """Give an entity and its signature beside it (multipart/signed): who cannot check it can still read it."""
        builder = pkcs7.PKCS7SignatureBuilder().set_data(entity)
        builder = builder.add_signer(self.certificate, self.key, hashes.SHA256())
        for authority in self.authorities:
            builder = builder.add_certificate(authority)
        options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
        signature = builder.sign(Encoding.DER, options)
        edge = f"=_s_{name}".encode()
        return b"".join(
            (
                b'Content-Type: multipart/signed; protocol="application/pkcs7-signature";\r\n',
                b' micalg="sha-256"; boundary="' + edge + b'"\r\n\r\n',
                b"--" + edge + b"\r\n" + entity + b"\r\n",
                b"--" + edge + b"\r\n",
                b'Content-Type: application/pkcs7-signature; name="smime.p7s"\r\n',
                b"Content-Transfer-Encoding: base64\r\n",
                b'Content-Disposition: attachment; filename="smime.p7s"\r\n\r\n',
                _in_lines(signature),
                b"--" + edge + b"--\r\n",
            )
        )


def encrypted(entity: bytes, certificate: x509.Certificate) -> bytes:
    """Give an entity that the holder of a certificate alone can read (AES-256)."""
    builder = pkcs7.PKCS7EnvelopeBuilder().set_data(entity).add_recipient(certificate)
    envelope = builder.set_content_encryption_algorithm(AES256).encrypt(Encoding.DER, [pkcs7.PKCS7Options.Binary])
    return b"".join(
        (
            b'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"\r\n',
            b"Content-Transfer-Encoding: base64\r\n",
            b'Content-Disposition: attachment; filename="smime.p7m"\r\n\r\n',
            _in_lines(envelope),
        )
    )


def read_signer(
    certificate: bytes, key: bytes, password: str | None, address: str, now: datetime, path: Path
) -> Signer:
    """Read the desk's key and certificate. `ConfigurationError` names what does not fit; `path` is for its words."""
    try:
        first, *authorities = x509.load_pem_x509_certificates(certificate)
        private = load_pem_private_key(key, password.encode() if password is not None else None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        message = f"{path}: certificate or key cannot be read ({error}); check [delivery.signing], its password too"
        raise ConfigurationError(message) from error
    if not isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        message = f"{path}: the key is neither RSA nor of an elliptic curve; mail programs know no other"
        raise ConfigurationError(message)
    if private.public_key() != first.public_key():
        message = f"{path}: is not the certificate of that key; put the desk's own first"
        raise ConfigurationError(message)
    if problem := _problem(first, address, now, use="digital_signature"):
        message = f"{path}: {problem}"
        raise ConfigurationError(message)
    return Signer(private, first, tuple(authorities))


def read_certificate(data: bytes, address: str, now: datetime) -> x509.Certificate:
    """Read a reader's certificate. `UnfitCertificateError` says why nothing may be encrypted for it."""
    try:
        certificate = x509.load_pem_x509_certificates(data)[0]
    except (ValueError, IndexError) as error:
        message = f"the certificate cannot be read ({error})"
        raise UnfitCertificateError(message) from error
    if not isinstance(certificate.public_key(), rsa.RSAPublicKey):
        message = "the certificate's key is not RSA; only for such keys can be encrypted here"
        raise UnfitCertificateError(message)
    if problem := _problem(certificate, address, now, use="key_encipherment"):
        raise UnfitCertificateError(problem)
    return certificate


def _problem(certificate: x509.Certificate, address: str, now: datetime, *, use: str) -> str:
    """Say why a certificate does not serve an address now; "" when it does."""
    if now > certificate.not_valid_after_utc:
        return f"the certificate has expired on {certificate.not_valid_after_utc.date()}; ask for a new one"
    if now < certificate.not_valid_before_utc:
        return f"the certificate is valid from {certificate.not_valid_before_utc.date()} on only"
    named = _addresses(certificate)
    if same_mailbox(address) not in named:
        return f"the certificate is for {', '.join(sorted(named)) or 'no address'}, not for {address}"
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return ""
    return "" if getattr(usage, use) else f"the certificate's key is not for this use ({use})"


def _addresses(certificate: x509.Certificate) -> set[str]:
    names: list[str] = []
    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names += found.get_values_for_type(x509.RFC822Name)
    except x509.ExtensionNotFound:
        pass
    for one in certificate.subject.get_attributes_for_oid(x509.NameOID.EMAIL_ADDRESS):
        names.append(one.value if isinstance(one.value, str) else one.value.decode())
    return {_canonical(name) for name in names}


def _canonical(name: str) -> str:
    try:
        return same_mailbox(address_of(name))
    except ValueError:
        return name


def _in_lines(data: bytes) -> bytes:
    text = base64.b64encode(data)
    return b"".join(text[start : start + _COLUMNS] + b"\r\n" for start in range(0, len(text), _COLUMNS))
