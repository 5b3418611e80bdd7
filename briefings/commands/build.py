"""`briefings build`: every edition that is out of date."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, replace
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings import errors, pipeline
from briefings.commands import ARGUMENTS, options
from briefings.desk import FORMATS, Request, Share
from briefings.rendering.environment import templates_folder
from briefings.work import unchanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.pipeline import Report
    from briefings.screen import Screen

PROFILES = ("principal", "desk")
DEFAULT_FORMATS = ("html", "pdf", "json")


_OF_ALL_BUILDS = (
    options.content,
    options.config,
    click.option("--date", "day", default="all", show_default=True, metavar="DAY|latest|all", help="Which edition."),
    click.option("--from", "first", metavar="DAY", help="First day."),
    click.option("--to", "last", metavar="DAY", help="Last day."),
    click.option("--lang", "languages", metavar="tr,en", help="Languages an edition holds."),
    click.option("--profile", "profiles", metavar="principal,desk", help="Profiles an edition holds."),
    click.option("--format", "formats", metavar="html,pdf,json,print", help="Formats an edition holds."),
    click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes; by default one for each core."),
    click.option("--cluster", metavar="ADDRESS", default="", help="Scheduler whose workers do the work."),
    click.option("--drafts", is_flag=True, help="Drafts too, marked as such."),
    click.option("--explain-rebuild", "explain", is_flag=True, help="Say of each edition why it is made."),
    click.option("--strict", is_flag=True, help="A warning counts like something left out."),
    click.option("--quiet", is_flag=True, help="Say only what is wrong."),
    options.as_json,
)


def of_a_build(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that say which editions there are, of what, and who makes them."""
    return reduce(lambda made, option: option(made), reversed(_OF_ALL_BUILDS), command)


@click.command("build")
@options.output
@of_a_build
@click.option("--shard", "shard", metavar="I/N", help="Make every N-th edition only; --output is for `merge`.")
@click.option(
    "--archive", type=click.Path(path_type=Path), default=None, help="With --shard: the archive it will be merged into."
)
@click.pass_obj
def command(screen: Screen, /, **given: Any) -> int:  # noqa: ANN401 - click's own values
    """Build every edition that is out of date (the default command)."""
    request = _of_a_share(request_of(given), given["shard"], given["archive"])
    screen.quiet = given["quiet"]
    arguments = click.get_current_context().meta[ARGUMENTS]
    stamp, others = unchanged.stamp_path(str(request.target), arguments), _others(request)
    unchanged.forget(stamp)
    before = unchanged.status_of_inputs(request.content.absolute(), others)
    report = pipeline.build(request, screen)
    tell(report, request, screen, given)
    if report.failed:  # they are tried again
        return exit_code(report, strict=given["strict"])
    answer = _answer(_repeated(report), request, screen, given) | {"others": others}
    unchanged.leave_stamp(stamp, arguments, answer, before, unchanged.status_of_output(request.target))
    return exit_code(report, strict=given["strict"])


def _others(request: Request) -> list[str]:
    """Give what a build depends on beside the content folder and the programme: templates, settings kept elsewhere."""
    archive = request.output if request.share else None
    return [str(path.absolute()) for path in (templates_folder(), request.config, archive) if path]


def _repeated(report: Report) -> Report:
    """Give the report of the same build when nothing has changed since."""
    days = tuple(sorted((*report.published, *report.unchanged)))
    return replace(report, published=(), unchanged=days, removed=(), refused=())


def _answer(report: Report, request: Request, screen: Screen, given: dict[str, Any]) -> dict[str, Any]:
    """Give what the same command line is answered while nothing changes."""
    return {
        "content": str(request.content.absolute()),
        "output": str(request.target.absolute()),
        "messages": screen.said(report.notices, _summary(report, request.target)),
        "stdout": _told(report, given),
        "exit_code": exit_code(report, strict=given["strict"]),
    }


def tell(report: Report, request: Request, screen: Screen, given: dict[str, Any]) -> None:
    """Say what a build did: in words, and on stdout where it was asked for."""
    screen.summary(_summary(report, request.target))
    click.echo(_told(report, given), nl=False)


def _told(report: Report, given: dict[str, Any]) -> str:
    """Give what goes to stdout."""
    return json.dumps(_report_object(report), ensure_ascii=False) + "\n" if given["as_json"] else ""


def exit_code(report: Report, *, strict: bool) -> int:
    """Give 0 when everything was published, 1 when something was left out."""
    left_out = any(record.fate == "left-out" for record in report.inputs)
    if report.failed and not report.published:
        return errors.NOTHING_PUBLISHED
    levels = {notice.level for notice in (*report.notices, *report.refused, *report.failed)}
    failed = "error" in levels
    warned = strict and "warning" in levels
    return errors.LEFT_OUT if left_out or failed or warned else errors.OK


def _of_a_share(request: Request, shard: str | None, archive: Path | None) -> Request:
    """Read `--shard`: editions go into the folder of the share, and the archive is looked at only."""
    if shard is None:
        if archive:
            message = "--archive goes with --shard alone; the archive of a whole build is --output"
            raise errors.UsageError(message)
        return request
    number, of = _numbers(shard)
    # Without an archive every edition is the first of its day, whatever an earlier run has left in the folder.
    nothing = request.output.with_name(f".{request.output.name}-archive")
    return replace(request, output=archive or nothing, share=Share(number, of, request.output))


def _numbers(shard: str) -> tuple[int, int]:
    number, _, of = shard.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        message = f"--shard {shard}: no share; write the second of three as 2/3"
        raise errors.UsageError(message)
    return int(number), int(of)


def request_of(given: dict[str, Any]) -> Request:
    """Read what a build is asked for."""
    named = given["day"]
    return Request(
        content=options.folder(given["content"]),
        output=given["output"],
        config=given["config"],
        day=None if named in {"all", "latest"} else options.day(named, "--date"),
        latest=named == "latest",
        first=options.day(given["first"], "--from") if given["first"] else None,
        last=options.day(given["last"], "--to") if given["last"] else None,
        languages=options.choices(given["languages"], ("tr", "en"), "--lang"),
        profiles=options.choices(given["profiles"], PROFILES, "--profile") or PROFILES,
        formats=options.choices(given["formats"], FORMATS, "--format") or DEFAULT_FORMATS,
        jobs=given["jobs"] or os.cpu_count() or 1,
        cluster=given["cluster"],
        drafts=given["drafts"],
        explain=given["explain"],
    )


def _summary(report: Report, output: Path) -> list[str]:
    left_out = sum(record.fate == "left-out" for record in report.inputs)
    counts = f"{len(report.published)} published, {len(report.unchanged)} up to date"
    files = "file" if left_out == 1 else "files"
    removed = [f"{path}: removed, this build was not asked for it" for path in report.removed]
    failed = f", {len(report.failed)} could not be made" if report.failed else ""
    return [*removed, f"{output}: {counts}, {left_out} {files} left out{failed}"]


def _report_object(report: Report) -> dict[str, Any]:
    return {
        "published": [day.isoformat() for day in report.published],
        "unchanged": [day.isoformat() for day in report.unchanged],
        "removed": list(report.removed),
        "inputs": [asdict(record) for record in report.inputs],
        "notices": [asdict(notice) for notice in (*report.notices, *report.refused, *report.failed)],
    }
