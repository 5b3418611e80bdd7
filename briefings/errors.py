"""The errors a build can end with; each knows its exit code. Everything smaller is a `Notice` and the build goes on."""

from __future__ import annotations

from typing import ClassVar

OK = 0
LEFT_OUT = 1
USAGE = 2
CONFIGURATION = 3
NOTHING_PUBLISHED = 4
TRY_LATER = 75
INTERRUPTED = 130


class BriefingsError(Exception):
    """What ends a run: the message says file, line, what is wrong, and what to do."""

    exit_code: ClassVar[int] = NOTHING_PUBLISHED


class UsageError(BriefingsError):
    """The command line asks for something that does not exist."""

    exit_code = USAGE


class ConfigurationError(BriefingsError):
    """briefings.toml, or another file of the desk, cannot be used; all mistakes are in one message, one a line."""

    exit_code = CONFIGURATION


class NothingToPublishError(BriefingsError):
    """No article could be read."""


class EnvironmentFaultError(BriefingsError):
    """The machine cannot render or write: a library, a font, the disk."""


class TryLaterError(BriefingsError):
    """Delivery failed for now: the same command may work later."""

    exit_code = TRY_LATER
