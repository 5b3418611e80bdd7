"""What counts as saved, and that many saves at once are one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.commands.watching import next_change, state_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_saved_file_is_another_state_and_what_editors_leave_is_none(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text("a", encoding="utf-8")
    seen = state_of([tmp_path])
    for passing in (".a.md.swp", "a.md~", "#a.md#", "~$a.md"):
        (tmp_path / "notes" / passing).write_text("x", encoding="utf-8")
    assert state_of([tmp_path]) == seen
    (tmp_path / "notes" / "a.md").write_text("ab", encoding="utf-8")
    assert state_of([tmp_path]) != seen


def test_a_file_named_by_itself_is_looked_at(tmp_path: Path) -> None:
    config = tmp_path / "public.toml"
    assert state_of([config]) == ()
    config.write_text("", encoding="utf-8")
    assert len(state_of([config])) == 1


def _states(*numbers: int) -> list[tuple[tuple[str, int, int, int], ...]]:
    return [(("a", number, 0, 0),) for number in numbers]


def test_many_saves_at_once_are_one_change() -> None:
    coming = iter(_states(0, 0, 1, 1, 2, 3, 3, 4, 4, 4))
    waits: list[float] = []
    (seen,) = _states(0)
    assert next_change(seen, lambda: next(coming), waits.append) == _states(4)[0]
    assert next(coming, None) is None
    assert 0.1 < sum(waits) < 2.0


def test_saves_that_never_end_are_taken_after_a_while() -> None:
    number = iter(range(1, 1000))
    (seen,) = _states(0)
    next_change(seen, lambda: _states(next(number))[0], lambda _: None)
    assert next(number) < 60
