"""What the shape of the code promises, checked on its text: nothing here runs the program."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROJECT = Path(__file__).resolve().parent.parent

CASING = frozenset({"lower", "upper", "casefold", "capitalize", "swapcase"})
"""`title` is looked for as a call only: articles have titles."""

UNCERTAIN_MODULES = frozenset({"locale", "random", "secrets", "uuid"})
UNCERTAIN_NAMES = frozenset(
    {
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "date.today",
        "time.time",
        "time.time_ns",
        "time.localtime",
        "time.gmtime",
        "time.strftime",
        "os.environ",
        "os.getenv",
        "os.urandom",
        "Path.home",
    }
)
UNCERTAIN_ENDS = frozenset(name.rpartition(".")[2] for name in UNCERTAIN_NAMES)
NEAR_THE_USER = ("briefings/cli.py", "briefings/screen.py", "briefings/commands/")
"""What speaks to people may ask about their terminal."""

MOST_LINES = 40

BELONGS_TO = {"fontTools": "fonttools", "pydantic_core": "pydantic", "ruamel": "ruamel.yaml"}
ASKED_FOR_BY_OTHERS = {"tzdata"}
"""`zoneinfo` reads it where the system has no time zones."""


def test_import_contract() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_letters_change_case_in_one_place() -> None:
    assert [found for found in _found_by(_casing) if not found.startswith("briefings/languages/casing.py:")] == []


def test_nothing_reads_clock_chance_locale_or_environment() -> None:
    assert [found for found in _found_by(_uncertain) if not found.startswith(NEAR_THE_USER)] == []


def test_facts_and_languages_stand_alone() -> None:
    """They need the standard library, nothing else."""
    shelves = ("briefings/facts/", "briefings/languages/")
    assert [found for found in _found_by(_third_parties) if found.startswith(shelves)] == []


def test_what_is_imported_is_what_is_declared() -> None:
    table = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = table["project"]["optional-dependencies"]
    entries = [
        *table["project"]["dependencies"],
        *(entry for name in extras if name not in {"dev", "fuzz"} for entry in extras[name]),
    ]
    declared = {re.split(r"[<>=\[]", entry)[0] for entry in entries}
    imported = {found.split(": ")[1].split(".")[0] for found in _found_by(_third_parties)}
    assert {BELONGS_TO.get(name, name) for name in imported} | ASKED_FOR_BY_OTHERS == declared


def test_functions_are_short() -> None:
    assert list(_found_by(_long_functions)) == []


def test_every_rule_here_can_fail() -> None:
    lines = (
        "import random",
        "from datetime import date, datetime",
        "import datetime as dt",
        "from os import environ",
        "x = 'İ'.lower()",
        "y = map(str.casefold, [])",
        "z = 'a b'.title()",
        "t = date.today(), datetime.now(), dt.datetime.now(), os.environ, hash('x')",
        "from numpy import array",
        "def long():",
        "    '''Say nothing.'''",
        *(["    pass"] * (MOST_LINES + 1)),
    )
    tree = ast.parse("\n".join(lines))
    assert sorted(_casing(tree)) == [(5, "lower"), (6, "casefold"), (7, "title")]
    assert sorted(_uncertain(tree)) == [
        (1, "random"),
        (4, "os.environ"),
        (8, "date.today"),
        (8, "datetime.now"),
        (8, "datetime.now"),
        (8, "hash"),
        (8, "os.environ"),
    ]
    assert list(_third_parties(tree)) == [(9, "numpy.array")]
    assert list(_long_functions(tree)) == [(10, "long has 41 lines")]


def _found_by(rule: Callable[[ast.AST], Iterator[tuple[int, str]]]) -> Iterator[str]:
    """Apply a rule to every module; give what it finds as "path:line: words"."""
    for path, tree in _trees():
        yield from (f"{path.relative_to(PROJECT).as_posix()}:{line}: {words}" for line, words in rule(tree))


@cache
def _trees() -> tuple[tuple[Path, ast.AST], ...]:
    paths = sorted((PROJECT / "briefings").rglob("*.py"))
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path))) for path in paths)


def _casing(tree: ast.AST) -> Iterator[tuple[int, str]]:
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in _attributes(tree):
        if node.attr in CASING or (node.attr == "title" and id(node) in called):
            yield node.lineno, node.attr


def _uncertain(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for line, name in _imports(tree):
        if name.split(".", maxsplit=1)[0] in UNCERTAIN_MODULES or name in UNCERTAIN_NAMES:
            yield line, name
    for node in _attributes(tree):
        if node.attr not in UNCERTAIN_ENDS:
            continue
        name = ".".join(ast.unparse(node).split(".")[-2:])
        if name in UNCERTAIN_NAMES:
            yield node.lineno, name
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id == "hash":
            yield call.lineno, "hash"


def _third_parties(tree: ast.AST) -> Iterator[tuple[int, str]]:
    allowed = sys.stdlib_module_names | {"briefings"}
    return ((line, name) for line, name in _imports(tree) if name.split(".", maxsplit=1)[0] not in allowed)


def _long_functions(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Give functions that are too long, the docstring not counted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            lines = (node.end_lineno or node.lineno) - first.lineno + 1
            if lines > MOST_LINES:
                yield node.lineno, f"{node.name} has {lines} lines"


def _attributes(tree: ast.AST) -> list[ast.Attribute]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Give each imported name with its module ("os.environ")."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
