"""How WeasyPrint comes to be there: cheaply where its libraries are, with one message where they are not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.builds import PROJECT

ASKED = """
import ctypes.util
known, asked = ctypes.util.find_library, []
def find(name):
    asked.append(name)
    return known(name)
ctypes.util.find_library = find
from briefings.rendering.pdf import get_ready, system_versions
get_ready()
print(asked, ctypes.util.find_library is find, bool(system_versions()["Pango"]))
"""
MISSING = """
import cffi
from briefings.errors import EnvironmentFaultError
from briefings.rendering.pdf import get_ready
def gone(self, name, flags=0):
    raise OSError(f"cannot load library {name!r}")
cffi.FFI.dlopen = gone
try:
    get_ready()
except EnvironmentFaultError as error:
    print(error)
"""
NO_FILES = """
import cffi, ctypes.util
known = cffi.FFI.dlopen
def by_search(self, name, flags=0):
    if ".so" in name and not name.startswith("/found/"):
        raise OSError(f"cannot load library {name!r}")
    found = ctypes.util.find_library(name)
    if found is None:
        raise OSError(f"cannot load library {name!r}")
    return known(self, found.removeprefix("/found/"), flags)
FILES = {"gobject-2.0": "libgobject-2.0.so.0", "pango-1.0": "libpango-1.0.so.0", "harfbuzz": "libharfbuzz.so.0",
    "harfbuzz-subset": "libharfbuzz-subset.so.0", "fontconfig": "libfontconfig.so.1",
    "pangoft2-1.0": "libpangoft2-1.0.so.0"}
ctypes.util.find_library = lambda name: f"/found/{FILES[name]}" if name in FILES else None
cffi.FFI.dlopen = by_search
from briefings.rendering.pdf import get_ready
get_ready()
print("found")
"""


def _said(script: str) -> list[str]:
    ran = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True)
    return ran.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are searched for")
def test_no_library_is_searched_for_that_has_its_usual_file() -> None:
    assert _said(ASKED) == ["[] True True"]


def test_libraries_without_their_usual_files_are_searched_for() -> None:
    assert _said(NO_FILES) == ["found"]


def test_missing_libraries_are_one_message_and_nothing_else() -> None:
    (message,) = _said(MISSING)
    assert message.startswith("no PDF without the Pango libraries (cannot load library 'libgobject-2.0-0')")
    assert message.endswith("run ./dev build, or leave pdf out of --format")
