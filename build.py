"""The build script: hands the command line to `briefings.cli`, in the environment of `./dev build` where needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parent / ".venv"

try:
    from briefings.cli import main
except ModuleNotFoundError as error:
    python = ENVIRONMENT / "bin" / "python"
    if Path(sys.prefix) != ENVIRONMENT and python.exists():
        os.execv(python, [str(python), __file__, *sys.argv[1:]])  # noqa: S606 - this same script
    print(f"build.py: the package {error.name} is not installed; run ./dev build", file=sys.stderr)  # noqa: T201
    sys.exit(4)

if __name__ == "__main__":
    sys.exit(main())
