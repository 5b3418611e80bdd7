"""Pages as PDF. WeasyPrint is imported only when a PDF is made; it may read nothing but the project's fonts."""

from __future__ import annotations

import io
import re
import zlib
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from briefings.errors import EnvironmentFaultError
from briefings.rendering.environment import templates_folder

if TYPE_CHECKING:
    from typing import Any

    from weasyprint.urls import URLFetcher

_ORIGIN: Final = "https://briefings.invalid/"
"""A host that cannot exist: relative addresses resolve against it, and nothing there is ever fetched."""
_BASE: Final = f"{_ORIGIN}editions/day/language/page.html"
_FONT: Final = re.compile(re.escape(_ORIGIN) + r"editions/assets/fonts/([a-z0-9-]+)\.ttf$")


ALARMS: Final = re.compile(
    rb"/(?:AA|JS|JavaScript|OpenAction|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia|XFA)\b", re.IGNORECASE
)
"""Names that mail gateways count in a PDF's raw bytes, compressed or not (as pdfid does), to tell active content."""
_MOST_TRIES: Final = 8


def pdf_of(page: str) -> bytes:
    """Give the PDF (tagged, PDF/UA-1) of a print page.

    Its bytes hold no name of active content, by chance in compressed data either: a gateway that looks for such names
    would stop the mail.
    """
    document = _weasyprint().HTML(string=page, base_url=_BASE, url_fetcher=_fetcher()).render(pdf_tags=True)
    data = _written(document, 0)
    for tried in range(1, _MOST_TRIES):
        if not ALARMS.search(data):
            break
        data = _written(document, tried)
    return data


def _written(document: Any, tried: int) -> bytes:  # noqa: ANN401 - WeasyPrint ships no types
    data: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True, finisher=partial(_finish, tried))
    return data


def _finish(tried: int, _document: object, pdf: Any) -> None:  # noqa: ANN401 - pydyf ships no types
    """Compress the streams so that no name stands in them by chance; a further object moves the bytes of the others."""
    for item in pdf.objects:
        if getattr(item, "compress", False):
            packed = item.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
            item.stream, item.compress = [quiet(packed)], False
            item.extra["Filter"] = "/FlateDecode"
    if tried:
        pdf.add_object(type(pdf.catalog)({"Try": tried}))


def quiet(packed: bytes) -> bytes:
    """Give a compressed stream, packed anew and a little less well where a name stands in it by chance."""
    for level in range(8, 0, -1):
        if not ALARMS.search(packed):
            break
        packed = zlib.compress(zlib.decompress(packed), level)
    return packed


def count_pages(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    import pypdfium2  # noqa: PLC0415 - a native library, needed for PDFs alone

    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return len(document)
    finally:
        document.close()


def texts_of_pages(pdf: bytes) -> list[str]:
    """Give the text of each page of a PDF, as its text layer has it."""
    import pypdfium2  # noqa: PLC0415 - a native library, needed for PDFs alone

    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def _weasyprint() -> Any:  # noqa: ANN401 - it ships no types
    try:
        import weasyprint  # noqa: PLC0415 - takes most of a second
    except OSError as error:
        message = f"no PDF without the Pango libraries ({error}); run ./dev build, or leave pdf out of --format"
        raise EnvironmentFaultError(message) from error
    return weasyprint


@cache
def _fetcher() -> URLFetcher:
    """Make the fetcher: fonts of the project, and a refusal for everything else; redirects are off."""
    from weasyprint import urls  # noqa: PLC0415 - with WeasyPrint itself

    class FontsOnly(urls.URLFetcher):  # type: ignore[misc]
        """Gives the project's own fonts and refuses every other address."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> urls.URLFetcherResponse:
            del headers
            match = _FONT.match(url)
            if match is None:
                message = f"not one of the project's fonts: {url}"
                raise ValueError(message)
            return urls.URLFetcherResponse(url, _font(match[1]), {"Content-Type": "font/ttf"})

    return FontsOnly(allow_redirects=False)


@cache
def _font(name: str) -> bytes:
    """Read a font; the uncompressed file, which needs no unpacking."""
    return (templates_folder() / "fonts" / f"{name}.ttf").read_bytes()
