"""Passwords and keys: from files that only their owner can read, or from the environment; never from the settings."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from briefings.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LARGEST: Final = 1 << 20


def secret_file(path: Path) -> bytes:
    """Read a file that nobody else can read. `ConfigurationError` for one that others can, or that is none."""
    return _read(path, is_secret=True)


def plain_file(path: Path) -> bytes:
    """Read a certificate. `ConfigurationError` when it cannot be had."""
    return _read(path, is_secret=False)


def password(variable: str, file: Path | None, environment: Mapping[str, str]) -> str | None:
    """Give a password, None where neither a variable nor a file is named. `ConfigurationError` when it is not there."""
    if variable:
        if not environment.get(variable):
            message = f"the environment variable {variable} is not set; put the password into it"
            raise ConfigurationError(message)
        return environment[variable]
    if file is None:
        return None
    try:
        found = secret_file(file).decode()
    except UnicodeDecodeError as error:
        message = f"{file}: is not UTF-8; save it as UTF-8"
        raise ConfigurationError(message) from error
    found = found.removesuffix("\n").removesuffix("\r")
    if not found or "\n" in found or "\0" in found:
        message = f"{file}: holds no password; write it there, on one line"
        raise ConfigurationError(message)
    return found


def _read(path: Path, *, is_secret: bool) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); check the path in [delivery]"
        raise ConfigurationError(message) from error
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            message = f"{path}: is no file of a key, certificate or password; check the path in [delivery]"
            raise ConfigurationError(message)
        if is_secret and status.st_mode & 0o077:
            message = f"{path}: others can read it (mode {status.st_mode & 0o777:o}); chmod 600 it"
            raise ConfigurationError(message)
        return file.read()
