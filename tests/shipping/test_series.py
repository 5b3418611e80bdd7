"""Numbers of charts are read in the record, each for its day."""

from __future__ import annotations

import pytest

from briefings.shipping.series import says_series

FACTS = {
    "record": {"mentions": {"days": ["2025-12-01", "2025-12-04"], "names": [["aylin", [2, 0]], ["office:x", [1, 5]]]}},
    "changes": [{"course": [["2025-12-01", "28"], ["2025-12-04", "2900000"]]}, {"kind": "new"}],
}


@pytest.mark.parametrize(
    ("key", "of", "shown", "holds"),
    [
        ("mentions", "2025-12-01:aylin", "2", True),
        ("mentions", "2025-12-04:aylin", "2", False),
        ("mentions", "2025-12-04:office:x", "5", True),
        ("mentions", "2025-12-01:nobody", "2", False),
        ("mentions-series", "aylin", "1 Ara: 2; 4 Ara: 0", True),
        ("mentions-series", "aylin", "1 Ara: 2; 4 Ara: 1", False),
        ("mentions-series", "aylin", "1 Ara: 2", False),
        ("course", "2025-12-01", "28", True),
        ("course", "2025-12-04", "2,9 milyon", True),
        ("course", "2025-12-04", "28", False),
        ("course-series", "", "1 Ara: 28; 4 Ara: 2,9 milyon", True),
        ("course-series", "", "1 Ara: 28; 5 Ara: 2,9 milyon", False),
        ("series-day", "2025-12-01", "1 Ara", True),
        ("series-day", "2025-12-01", "2 Ara", False),
    ],
)
def test_a_text_of_a_chart_is_held_against_the_record(key: str, of: str, shown: str, holds: bool) -> None:
    assert says_series(key, of, shown, FACTS, "tr") is holds


def test_editions_without_such_a_record_hold_none_of_it() -> None:
    assert not says_series("mentions", "2025-12-01:aylin", "2", {"record": {}, "changes": []}, "tr")
