"""Pages as PDF. WeasyPrint is imported only when a PDF is made; it may read nothing but the look's fonts."""

from __future__ import annotations

import ctypes.util
import io
import re
import sys
import warnings
import zlib
from contextlib import contextmanager, redirect_stdout, suppress
from datetime import UTC
from functools import cache, lru_cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from briefings.errors import EnvironmentFaultError
from briefings.model.look import SHIPPED
from briefings.rendering.environment import templates_folder
from briefings.rendering.tagging import mend_tags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from typing import Any

    from weasyprint.urls import URLFetcher

    from briefings.model.look import Look

_ORIGIN: Final = "https://briefings.invalid/"
"""A host that cannot exist: relative addresses resolve against it, and nothing there is ever fetched."""
_BASE: Final = f"{_ORIGIN}editions/day/language/page.html"
_FONT: Final = re.compile(re.escape(_ORIGIN) + r"editions/assets/fonts/([a-z0-9-]+)\.([ot]tf)$")


ALARMS: Final = re.compile(
    rb"/(?:AA|JS|JavaScript|OpenAction|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia|XFA)\b", re.IGNORECASE
)
"""Names that mail gateways count in a PDF's raw bytes, compressed or not (as pdfid does), to tell active content."""
_MOST_TRIES: Final = 8
_POINTS: Final = 72 / 25.4
"""Of a millimetre."""
_UA: Final = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that this file conforms to</pdfaProperty:description></rdf:li></rdf:Seq>\
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""Says in the metadata that a file is PDF/UA-1, and describes that saying, as PDF/A asks of any it does not know."""
_RDF_END: Final = b"</rdf:RDF>"


class Attached(NamedTuple):
    """A file that travels in a PDF."""

    name: str
    data: bytes
    moment: datetime
    """Aware; when it was made, as the file says."""


def pdf_of(page: str, look: Look = SHIPPED, attached: Attached | None = None) -> bytes:
    """Give the PDF (tagged; PDF/UA-1 and PDF/A-3a at once) of a print page.

    Its bytes hold no name of active content, by chance in compressed data either: a gateway that looks for such names
    would stop the mail. With a file in it that promise cannot be kept.
    """
    source = _weasyprint().HTML(string=page, base_url=_BASE, url_fetcher=_fetcher(look))
    document = source.render(pdf_tags=True, output_intent="srgb")
    data = _written(document, 0, attached)
    for tried in range(1, _MOST_TRIES):
        if attached or not ALARMS.search(data):
            break
        data = _written(document, tried)
    return data


def get_ready() -> None:
    """Import what makes PDFs, before processes are forked that need it; EnvironmentFaultError where it cannot be."""
    _weasyprint()


def system_versions() -> dict[str, str]:
    """Give the versions of the system's libraries that lay out pages and write their bytes, "" where there is none."""
    ffi = _weasyprint().text.ffi
    found = {"Pango": str(ffi.pango.pango_version()), "zlib": zlib.ZLIB_RUNTIME_VERSION, "HarfBuzz": ""}
    try:
        version = ctypes.CDLL("libharfbuzz.so.0").hb_version_string
    except OSError:
        return found
    version.restype = ctypes.c_char_p
    cut = "" if ffi.harfbuzz_subset is None else " with its subsetter"
    return found | {"HarfBuzz": version().decode() + cut}


def _written(document: Any, tried: int, attached: Attached | None = None) -> bytes:  # noqa: ANN401 - WeasyPrint ships no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves the colour profile's file to be closed
        files = [_attachment(attached)] if attached else None
        data: bytes = document.write_pdf(pdf_variant="pdf/a-3a", finisher=partial(_finish, tried), attachments=files)
    return data


def _attachment(file: Attached) -> Any:  # noqa: ANN401 - WeasyPrint ships no types
    moment = file.moment.astimezone(UTC)
    source = io.BytesIO(file.data)
    return _weasyprint().Attachment(
        file_obj=source, name=file.name, created=moment, modified=moment, relationship="Data"
    )


def _finish(tried: int, document: Any, pdf: Any) -> None:  # noqa: ANN401 - neither ships types
    """Complete the tags; say that the file is PDF/UA as well; compress the streams so that no name stands in them.

    None by chance, that is: a further object moves the bytes of the others.
    """
    mend_tags(document, pdf)
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream, metadata.compress = [metadata.stream[0].replace(_RDF_END, _UA + _RDF_END)], False
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


def margins_of_pages(pdf: bytes, top: float, bottom: float) -> list[tuple[str, str]]:
    """Give the text in the head and in the foot of each page of a PDF, whose margins are so many millimetres high.

    No text of an article can stand there: the page's own boxes alone do.
    """
    import pypdfium2  # noqa: PLC0415 - a native library, needed for PDFs alone

    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        found = []
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            head = text.get_text_bounded(0, height - top * _POINTS, width, height)
            found.append((head, text.get_text_bounded(0, 0, width, bottom * _POINTS)))
        return found
    finally:
        document.close()


@cache
def _weasyprint() -> Any:  # noqa: ANN401 - it ships no types
    said = io.StringIO()  # on standard output, where a command's answer belongs
    with suppress(OSError), _libraries_by_file(), redirect_stdout(said):
        return import_module("weasyprint")
    try:
        with redirect_stdout(said):
            return import_module("weasyprint")
    except OSError as error:
        message = f"no PDF without the Pango libraries ({error}); run ./dev build, or leave pdf out of --format"
        raise EnvironmentFaultError(message) from error


@contextmanager
def _libraries_by_file() -> Iterator[None]:
    """Have libraries loaded by the names of their files alone, where there are such names.

    For every other name, which WeasyPrint tries first, Python asks ldconfig and a compiler: half of the time that its
    import takes.
    """
    known = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = known


def _nowhere(name: str) -> str | None:
    del name
    return None


@lru_cache(maxsize=2)
def _fetcher(look: Look = SHIPPED) -> URLFetcher:
    """Make the fetcher: fonts of the project and the desk's own, a refusal for everything else; redirects are off."""
    from weasyprint import urls  # noqa: PLC0415 - with WeasyPrint itself

    own = {face.file: face.plain for face in look.faces}

    class FontsOnly(urls.URLFetcher):  # type: ignore[misc]
        """Gives the fonts of the look and refuses every other address."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> urls.URLFetcherResponse:
            del headers
            match = _FONT.match(url)
            if match is None:
                message = f"not one of the project's fonts: {url}"
                raise ValueError(message)
            data = own.get(match[1]) or _font(match[1])
            return urls.URLFetcherResponse(url, data, {"Content-Type": f"font/{match[2]}"})

    return FontsOnly(allow_redirects=False)


@cache
def _font(name: str) -> bytes:
    """Read a font; the uncompressed file, which needs no unpacking."""
    return (templates_folder() / "fonts" / f"{name}.ttf").read_bytes()
