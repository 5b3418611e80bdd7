"""One target under atheris: `python -m tests.fuzz.led TARGET [options of libFuzzer] CORPUS`."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["briefings", "markdown"]):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name].holds)
    atheris.Fuzz()
