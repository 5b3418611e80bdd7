"""Pages as PDF. WeasyPrint is imported only when a PDF is made; it may read nothing but the project's fonts."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from briefings.errors import EnvironmentFaultError
from briefings.rendering.environment import templates_folder

if TYPE_CHECKING:
    from typing import Any

    from weasyprint.urls import URLFetcher

_ORIGIN: Final = "https://briefings.invalid/"
"""A host that cannot exist: relative addresses resolve against it, and nothing there is ever fetched."""
_BASE: Final = f"{_ORIGIN}editions/day/language/page.html"
_FONT: Final = re.compile(re.escape(_ORIGIN) + r"editions/assets/fonts/([a-z0-9-]+)\.woff2$")


def pdf_of(page: str) -> bytes:
    """Give the PDF (tagged, PDF/UA-1) of a print page."""
    weasyprint = _weasyprint()
    document = weasyprint.HTML(string=page, base_url=_BASE, url_fetcher=_fetcher())
    data: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    return data


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
