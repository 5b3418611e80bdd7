from __future__ import annotations

import multiprocessing.synchronize

import pytest

from briefings.work import each


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_stand_in_the_order_of_the_tasks(jobs: int) -> None:
    assert each(abs, [-3, 2, -1], jobs) == [3, 2, 1]


def test_machine_without_shared_locks_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(multiprocessing.synchronize.SemLock, "__init__", refused)
    assert each(abs, [-3, 2, -1], 2) == [3, 2, 1]
