from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.articles.dates import ImpossibleDateError, moment_of
from tests.casefiles import rows_in

ISTANBUL = ZoneInfo("Europe/Istanbul")


@pytest.mark.parametrize("row", rows_in("articles/dates.txt"), ids=lambda row: row[0][:40])
def test_a_date_is_read_as_the_table_says(row: tuple[str, ...]) -> None:
    words, wanted, *codes = row
    if wanted.startswith("!"):
        with pytest.raises(ImpossibleDateError, match=wanted[2:]):
            moment_of(words, ISTANBUL, day_first=True)
        return
    moment = moment_of(words, ISTANBUL, day_first=True)
    assert moment.at.isoformat() == wanted
    assert [code for code, _ in moment.remarks] == codes


def test_a_desk_that_writes_the_month_first() -> None:
    assert moment_of("03/04/2025", ISTANBUL, day_first=False).at.date().isoformat() == "2025-03-04"
    assert moment_of("31/12/2025", ISTANBUL, day_first=False).at.date().isoformat() == "2025-12-31"
    assert moment_of("03.04.2025", ISTANBUL, day_first=False).at.date().isoformat() == "2025-04-03"


@given(st.text(alphabet="0123456789 .:/-+TZ,ağustosdecmbry", max_size=90) | st.text(max_size=100))
def test_anything_is_a_moment_or_an_impossible_date(words: str) -> None:
    try:
        moment = moment_of(words, ISTANBUL, day_first=True)
    except ImpossibleDateError:
        return
    assert moment.at.tzinfo is not None


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2150, 1, 1)))  # noqa: DTZ001 - the zone is given apart
def test_what_iso_8601_writes_is_read_back(moment: datetime) -> None:
    words = moment.isoformat(timespec="seconds")
    zone = ZoneInfo("Etc/GMT-3")
    assert moment_of(words, zone, day_first=True).at.replace(tzinfo=None).isoformat() == words
