"""The build that has nothing to do: answered from a look at the files' status alone, before anything else is imported.

A build that succeeded leaves a stamp beside the output, in `.NAME-cache/stamps/`: what it would say if it were asked
the same again, and the status of every file that it read or published. While the same command line finds every file
with the same status, the answer stands. Whatever differs, however little, costs a full look, never a wrong answer.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib

import briefings

TYPE_CHECKING = False  # as in typing, whose import takes longer than looking for what has changed
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Any, Final

_FORMAT: Final = 2
_PACKAGE: Final = os.path.dirname(os.path.abspath(str(briefings.__file__)))  # noqa: PTH100, PTH120 - pathlib takes 8 ms
_DEEP: Final = frozenset({"sources", "texts", "people", "organisations", "places"})
"""Folders that are looked at as a whole: of an edition its sources and their pages, of the site the pages of names."""
_TICK_NS: Final = 20_000_000
"""A file system's clock may stand still for as long: a file changed in the tick of the stamp may be changed again."""


def stamp_path(output: str, arguments: Sequence[str]) -> str:
    """Name the stamp of a command line: one for each folder it was given in, as far as a short hash tells."""
    key = zlib.crc32("\0".join(_asked(arguments)).encode("utf-8", "surrogateescape"))
    return os.path.join(cache_folder(output), "stamps", f"{key:08x}")  # noqa: PTH118


def cache_folder(output: str) -> str:
    """Name the folder of what may be deleted at any time: beside the output."""
    parent, name = os.path.split(os.path.abspath(output))  # noqa: PTH100
    return os.path.join(parent, f".{name}-cache")  # noqa: PTH118


def status_of_inputs(content: Path | str, others: Sequence[Path | str]) -> bytes:
    """Give the status of everything a build depends on: the content folder, other files and folders, the programme.

    To be taken before a build reads, so that a file changed meanwhile counts as changed.
    """
    found = [f"# {_FORMAT} {sys.version}", *_libraries()]
    changed = [0]
    for folder in (_PACKAGE, os.fspath(content), *(os.fspath(other) for other in others)):
        found.append(f"= {folder}")
        found += _statuses(folder, "", changed)
    return "\n".join((str(max(changed)), *found)).encode("utf-8", "surrogateescape")


def status_of_output(output: Path | str) -> bytes:
    """Give the status of what was published: names, sizes and times of change, which a copy of the archive keeps.

    Of an edition's sources and their pages, and of the site's pages of names, it is that of their folder: it tells when
    one comes or goes. `verify` looks into them, and a build that has something to do looks after the pages.
    """
    return "\n".join(_statuses(os.fspath(output), "")).encode("utf-8", "surrogateescape")


def leave_stamp(path: str, arguments: Sequence[str], answer: dict[str, Any], inputs: bytes, output: bytes) -> None:
    """Write down what the same command line may be answered; one that cannot be written is left out."""
    head = marshal.dumps({**answer, "asked": _asked(arguments), "inputs": len(inputs)})
    seal = b"%08x %08x" % (len(head), zlib.crc32(head))
    made = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(made, "wb") as file:  # noqa: PTH123
            file.write(b"".join((seal, head, inputs, output)))
        os.replace(made, path)  # noqa: PTH105
    except OSError:
        forget(path)


def forget(path: str) -> None:
    """Take a stamp away: a build begins, and nobody knows how it ends."""
    try:
        os.unlink(path)  # noqa: PTH108
    except OSError:
        return


def answer_to(arguments: Sequence[str]) -> dict[str, Any] | None:
    """Give what a command line was answered when it last succeeded, None when anything may have changed since."""
    if arguments and not arguments[0].startswith("-") and arguments[0] != "build":
        return None
    try:
        path = stamp_path(_given(arguments, "--output", "editions"), arguments)
        with open(path, "rb") as file:  # noqa: PTH123
            stamp = file.read()
            written = os.fstat(file.fileno()).st_mtime_ns
        answer, seen = _opened(stamp)
        if answer["asked"] != _asked(arguments):
            return None
        content, output, others = answer["content"], answer["output"], answer["others"]
        inputs = status_of_inputs(content, others)
        if seen[: answer["inputs"]] != inputs or int(inputs.partition(b"\n")[0]) > written - _TICK_NS:
            return None
        return answer if seen[answer["inputs"] :] == status_of_output(output) else None
    except (OSError, ValueError, KeyError, TypeError, EOFError):
        return None


def _opened(stamp: bytes) -> tuple[dict[str, Any], bytes]:
    """Part a stamp into the answer and the status of files; ValueError when the answer is damaged."""
    length, digest = (int(number, 16) for number in stamp[:17].split(b" "))
    head = stamp[17 : 17 + length]
    if zlib.crc32(head) != digest:
        raise ValueError
    # Our own words, and whole: what is not is refused before it is read.
    return marshal.loads(head), stamp[17 + length :]  # noqa: S302


def _asked(arguments: Sequence[str]) -> list[str]:
    return [os.getcwd(), *arguments]  # noqa: PTH109


def _given(arguments: Sequence[str], option: str, default: str) -> str:
    """Give an option's value as the command line has it; the last one counts."""
    value = default
    for place, argument in enumerate(arguments):
        if argument == option and place + 1 < len(arguments):
            value = arguments[place + 1]
        elif argument.startswith(f"{option}="):
            value = argument[len(option) + 1 :]
    return value


def _libraries() -> Iterator[str]:
    """Give the status of the folders that libraries are installed in: each installation changes its folder."""
    for folder in sys.path:
        try:
            status = os.stat(folder or ".")  # noqa: PTH116
        except OSError:
            continue
        if folder.endswith(("-packages", ".zip")):
            yield f"{folder} {status.st_mtime_ns}"


def _statuses(folder: str, prefix: str, changed: list[int] | None = None) -> list[str]:
    """Give a line for each file below a folder: name, size, time of change.

    With a list for the times at which statuses have changed, exactly: inode, mode and that time stand in the lines too.
    In the order in which the system lists them, which is the same while nothing changes. A file that is given itself
    has a line, one that is not there has none.
    """
    try:
        entries = os.scandir(folder)
    except NotADirectoryError:
        status = os.stat(folder)  # noqa: PTH116
        return [_line("", status, changed)]
    except OSError:
        return [f"{prefix}?"]
    found = []
    for entry in entries:
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            if entry.name in _DEEP and changed is None:
                found.append(f"{entry.stat(follow_symlinks=False).st_mtime_ns} {name}/")
            elif entry.name != "__pycache__":
                found += _statuses(entry.path, f"{name}/", changed)
            continue
        found.append(_line(name, entry.stat(follow_symlinks=False), changed))
    return found


def _line(name: str, status: os.stat_result, changed: list[int] | None) -> str:
    if changed is None:
        return f"{status.st_size} {status.st_mtime_ns} {name}"
    changed.append(status.st_ctime_ns)
    return f"{status.st_size} {status.st_mode} {status.st_ino} {status.st_mtime_ns} {status.st_ctime_ns} {name}"
