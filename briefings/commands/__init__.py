"""The commands, one module each: called by name, imported when called; failures become messages and exit codes here."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

import briefings
from briefings import errors
from briefings.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = ("build", "merge", "facts", "check", "explain", "verify", "serve", "new", "send", "doctor")
ARGUMENTS: Final = "arguments"
"""Under this name a command finds the whole command line, in `click.Context.meta`."""
_WHOLE: Final = "every edition is whole, as it was or new"
_OF_ALL: Final = frozenset({"--help", "--version", "--debug"})


class _Commands(click.Group):
    """Commands that are imported when they are called: `facts` must not pay for what makes PDFs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """Give the commands in the order of the documentation."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click calls it so
        """Import a command; None for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"briefings.commands.{cmd_name}").command
        if not gc.isenabled():  # as the front door left it
            gc.freeze()
            gc.enable()
        return command if isinstance(command, click.Command) else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; options without a command belong to `build`."""
        ctx.meta[ARGUMENTS] = tuple(args)
        own = [argument for argument in args if argument == "--debug"]
        rest = [argument for argument in args if argument != "--debug"]
        if not rest or (rest[0].startswith("-") and rest[0] not in _OF_ALL):
            rest.insert(0, "build")
        return super().parse_args(ctx, own[:1] + rest)


@click.group(cls=_Commands, context_settings={"help_option_names": ["--help"]})
@click.version_option(briefings.__version__, prog_name="briefings")
@click.option("--debug", is_flag=True, help="Show tracebacks.")
@click.pass_context
def commands(ctx: click.Context, *, debug: bool) -> None:
    """Make daily briefings in Turkish and English from article files."""
    ctx.obj = Screen.of_environment(os.environ, sys.stderr, debug=debug)


def run(given: Sequence[str]) -> int:
    """Run a command and give its exit code; every failure is a message, with a traceback only under --debug."""
    screen = Screen.of_environment(os.environ, sys.stderr, debug="--debug" in given)
    try:
        return _exit_code(commands.main(list(given), prog_name="briefings", standalone_mode=False))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return errors.OK
    except Exception as error:  # the last line of defence: a person sees a message, never a traceback
        if screen.debug:
            raise
        message, code = _ended_by(error)
        screen.error(message)
        return code


def _ended_by(error: Exception) -> tuple[str, int]:
    """Say what ended a run, and with which exit code."""
    match error:
        case click.exceptions.Abort():
            return f"interrupted; {_WHOLE}", errors.INTERRUPTED
        case click.ClickException():
            return f"{error.format_message().rstrip('.')}; see briefings --help", errors.USAGE
        case errors.BriefingsError():
            return str(error), error.exit_code
        case OSError():
            what = f"{error.filename or 'the machine'}: {error.strerror or error}"
            return f"{what}; {_WHOLE}", errors.NOTHING_PUBLISHED
        case _ if type(error).__module__ == "sqlite3":
            return f"the index beside the output: {error}; {_WHOLE}", errors.NOTHING_PUBLISHED
        case _:
            defect = f"{type(error).__name__}: {error}"
            message = f"a defect of the programme ({defect}); {_WHOLE}, --debug shows where"
            return message, errors.NOTHING_PUBLISHED


def _exit_code(result: object) -> int:
    return result if isinstance(result, int) else errors.OK
