"""The build script: hands the command line to `briefings.cli`, in the environment of `./dev build` where needed."""

from __future__ import annotations

import os
import sys

PROJECT = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib is half of an idle build's time
ENVIRONMENT = os.path.join(PROJECT, ".venv")  # noqa: PTH118
NEEDED = ("babel", "click", "jinja2", "markdown", "nh3", "pydantic", "pypdfium2", "ruamel.yaml", "weasyprint")


def find_packages() -> None:
    """Go on in the environment of `./dev build` when this Python lacks a package; say so when there is none."""
    from importlib.util import find_spec  # noqa: PLC0415 - not needed within that environment

    lacking = next((name for name in NEEDED if find_spec(name.partition(".")[0]) is None), None)
    python = os.path.join(ENVIRONMENT, "bin", "python")  # noqa: PTH118
    if lacking and sys.prefix != ENVIRONMENT and os.path.exists(python):  # noqa: PTH110
        os.execv(python, [python, __file__, *sys.argv[1:]])  # noqa: S606 - this same script
    if lacking:
        print(f"build.py: the package {lacking} is not installed; run ./dev build", file=sys.stderr)  # noqa: T201
        sys.exit(4)


if __name__ == "__main__":
    if sys.prefix != ENVIRONMENT:
        find_packages()

    from briefings.cli import main

    sys.exit(main())
