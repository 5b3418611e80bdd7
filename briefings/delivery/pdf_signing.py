"""Copies of PDFs signed with the desk's key (PAdES, ETSI EN 319 142; extra `deliver`); the published ones stay."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

from briefings.errors import ConfigurationError

if TYPE_CHECKING:
    from briefings.delivery.smime import Signer

_FIELD: Final = "Briefings"


def signed_copy(data: bytes, signer: Signer, reason: str) -> bytes:
    """Give a PDF with a signature added to its end; every byte before it stays."""
    packed = pkcs12.serialize_key_and_certificates(
        None, signer.key, signer.certificate, signer.authorities, NoEncryption()
    )
    hand = signers.SimpleSigner.load_pkcs12_data(packed, other_certs=[])
    if hand is None:
        message = "[delivery.signing]: PDFs cannot be signed with this key; say pdf = false"
        raise ConfigurationError(message)
    told = signers.PdfSignatureMetadata(
        field_name=_FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, reason=reason
    )
    out = BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(data)), told, hand, output=out)
    return out.getvalue()
