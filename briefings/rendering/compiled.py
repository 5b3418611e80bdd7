"""Templates as Python compiles them, kept where Python keeps its own: what every start would otherwise do again.

Only shipped templates are: a desk's own are compiled by each process, within the sandbox they run in.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_NAME: Final = f"template-%s.{sys.implementation.cache_tag}.bytecode"


class CompiledTemplates(FileSystemBytecodeCache):
    """The code of templates, beside that of our own modules; one that is damaged or of another make is made anew."""

    def __init__(self, environment: Path) -> None:
        """Take the module that says how templates are compiled: code from before a change of it is not used."""
        super().__init__(str(Path(cache_from_source(str(environment))).parent), _NAME)
        self._environment = environment

    def get_source_checksum(self, source: str) -> str:
        """Give a digest of all that the code of a template depends on."""
        return sha256(f"{_made_by(self._environment)}\0{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket its code, if there is any."""
        with suppress(Exception):  # whatever a damaged file can do to an unpickler
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a bucket's code, where Python may write such files."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


@cache
def _made_by(environment: Path) -> str:
    return f"{version('jinja2')} {sha256(environment.read_bytes()).hexdigest()}"
