"""The command line: arguments become a Request, the pipeline runs, words come out on the screen, and an exit code."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import briefings
from briefings import errors
from briefings.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.pipeline import Report

_DAY = "DAY|latest|all"


class _Commands(click.Group):
    """Commands in the order of the documentation; `build` when none is given."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order they were defined."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; options without a command belong to `build`."""
        if not args or (args[0].startswith("-") and args[0] not in {"--help", "--version", "--debug"}):
            args.insert(0, "build")
        return super().parse_args(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["--help"]})
@click.version_option(briefings.__version__, prog_name="briefings")
@click.option("--debug", is_flag=True, help="Show tracebacks.")
@click.pass_context
def commands(ctx: click.Context, *, debug: bool) -> None:
    """Make daily briefings in Turkish and English from article files."""
    ctx.obj = Screen.of_environment(os.environ, sys.stderr, debug=debug)


_content = click.option("--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="Folder of articles.")
_output = click.option("--output", type=click.Path(path_type=Path), default=Path("editions"), show_default=True, help="The archive.")
_config = click.option("--config", type=click.Path(path_type=Path), default=None, help="Settings; else briefings.toml in the content folder.")
_as_json = click.option("--json", "as_json", is_flag=True, help="Print one report as JSON.")


@commands.command()
@_content
@_output
@_config
@click.option("--date", "day", default="all", show_default=True, metavar=_DAY, help="Which edition.")
@click.option("--from", "first", metavar="DAY", help="First day.")
@click.option("--to", "last", metavar="DAY", help="Last day.")
@click.option("--lang", "languages", metavar="tr,en", help="Languages of the editions.")
@click.option("--profile", "profiles", metavar="principal,desk", help="Profiles of the editions.")
@click.option("--format", "formats", metavar="html,pdf,json,print", help="What an edition holds.")
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes; by default one for each core.")
@click.option("--drafts", is_flag=True, help="Drafts too, with a watermark.")
@click.option("--strict", is_flag=True, help="A warning counts as something left out.")
@click.option("--quiet", is_flag=True, help="Messages only.")
@_as_json
@click.pass_obj
def build(screen: Screen, **options: Any) -> int:  # noqa: ANN401 - click's own values
    """Build every edition that is out of date."""
    from briefings import pipeline  # noqa: PLC0415 - heavy; `--help` and `facts` need none of it

    request = _request(options)
    screen.quiet = options["quiet"]
    report = pipeline.build(request, screen.progress)
    screen.notices(report.notices)
    screen.summary(_summary(report, request.output))
    if options["as_json"]:
        click.echo(json.dumps(_report_object(report), ensure_ascii=False))
    return _exit_code(report, strict=options["strict"])


def _request(options: dict[str, Any]) -> Any:  # noqa: ANN401 - pipeline.Request, imported late
    from briefings.pipeline import FORMATS, Request  # noqa: PLC0415

    named = options["day"]
    return Request(
        content=_folder(options["content"]),
        output=options["output"],
        config=options["config"],
        day=None if named in {"all", "latest"} else _day(named, "--date"),
        latest=named == "latest",
        first=_day(options["first"], "--from") if options["first"] else None,
        last=_day(options["last"], "--to") if options["last"] else None,
        languages=_choices(options["languages"], ("tr", "en"), "--lang"),
        profiles=_choices(options["profiles"], ("principal", "desk"), "--profile") or ("principal", "desk"),
        formats=_choices(options["formats"], FORMATS, "--format") or ("html", "pdf", "json"),
        jobs=options["jobs"] or os.cpu_count() or 1,
        drafts=options["drafts"],
    )


def _folder(path: Path) -> Path:
    if not path.is_dir():
        message = f"{path}: there is no such folder; name the folder of articles with --content"
        raise errors.UsageError(message)
    return path


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{option} {text}: not a day; write it as 2025-12-04"
        raise errors.UsageError(message) from None


def _choices(text: str | None, allowed: Sequence[str], option: str) -> tuple[str, ...]:
    """Read a list such as "tr,en"; the order is that of the interface, so that it never changes a page."""
    if not text:
        return ()
    given = {part.strip() for part in text.split(",") if part.strip()}
    if unknown := sorted(given - set(allowed)):
        message = f"{option} {unknown[0]}: unknown; choose from {', '.join(allowed)}"
        raise errors.UsageError(message)
    return tuple(choice for choice in allowed if choice in given)


def _summary(report: Report, output: Path) -> list[str]:
    left_out = sum(record.fate == "left-out" for record in report.inputs)
    lines = [f"{output}: {len(report.published)} published, {len(report.unchanged)} up to date, {left_out} files left out"]
    return [f"removed: {path}" for path in report.removed] + lines


def _report_object(report: Report) -> dict[str, Any]:
    return {
        "published": [day.isoformat() for day in report.published],
        "unchanged": [day.isoformat() for day in report.unchanged],
        "removed": list(report.removed),
        "inputs": [asdict(record) for record in report.inputs],
        "notices": [asdict(notice) for notice in report.notices],
    }


def _exit_code(report: Report, *, strict: bool) -> int:
    left_out = any(record.fate == "left-out" for record in report.inputs)
    failed = any(notice.level == "error" for notice in report.notices)
    warned = strict and any(notice.level == "warning" for notice in report.notices)
    return errors.LEFT_OUT if left_out or failed or warned else errors.OK


@commands.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="FILE …")
@click.option("--jsonl", is_flag=True, help="Read JSON lines from stdin, write JSON lines to stdout (the batch contract).")
@_config
@click.pass_obj
def facts(screen: Screen, paths: tuple[Path, ...], *, jsonl: bool, config: Path | None) -> int:
    """Show the facts of articles as JSON."""
    from briefings import extraction  # noqa: PLC0415 - heavy

    if jsonl:
        return extraction.batch(sys.stdin.buffer, sys.stdout.buffer)
    if not paths:
        message = "facts needs a FILE, or --jsonl; see briefings facts --help"
        raise errors.UsageError(message)
    objects, notices = extraction.of_files(paths, config)
    screen.notices(notices)
    for value in objects:
        click.echo(json.dumps(value, ensure_ascii=False, indent=1))
    return errors.OK if len(objects) == len(paths) else (errors.LEFT_OUT if objects else errors.NOTHING_PUBLISHED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code; every failure is a message, with a traceback only under --debug."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    screen = Screen.of_environment(os.environ, sys.stderr, debug="--debug" in given)
    try:
        result = commands.main([argument for argument in given], prog_name="briefings", standalone_mode=False)
    except click.exceptions.Abort:
        screen.error("interrupted; the editions stay as they were")
        return errors.INTERRUPTED
    except click.ClickException as error:
        screen.error(f"{error.format_message()}; see briefings --help")
        return errors.USAGE
    except errors.BriefingsError as error:
        screen.error(str(error))
        return error.exit_code
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - keeps the interpreter from writing to the pipe again
        return errors.OK
    except OSError as error:
        screen.error(f"{error.filename or 'the machine'}: {error.strerror or error}; nothing was lost, try again when it is mended")
        return errors.NOTHING_PUBLISHED
    return result if isinstance(result, int) else errors.OK
