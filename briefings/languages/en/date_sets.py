"""Rules for English sets: what comes back every week, each Tuesday, twice a month."""

from __future__ import annotations

from briefings.languages.dates.building import each, length, yearly
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import Every

SETS: tuple[Rule, ...] = (
    rule("en.set.weekday", "set", "every weekday_date", lambda _e, what: Every(f"XXXX-WXX-{what.weekday}")),
    rule(
        "en.set.weekday-part",
        "set",
        "weekday_date daypart.plural",
        lambda what, code: Every(f"XXXX-WXX-{what.weekday}T{code}"),
    ),
    rule("en.set.weekdays", "set", "weekday_date.plural", lambda what: Every(f"XXXX-WXX-{what.weekday}")),
    rule("en.set.weekends", "set", "(on|every) unit=weekend.plural", lambda _u: Every("P1WE")),
    rule("en.set.every-day", "set", "everyday", lambda _e: Every("P1D")),
    rule("en.set.daypart", "set", "every part", lambda _e, part: Every(f"T{part.code}") if not part.mod else None),
    rule("en.set.word", "set_word_alone", "set_word", Every),
    rule("en.set.times", "set", "times one_length", lambda _t, span: each(span)),
    rule(
        "en.set.seasons",
        "season_set",
        "season_date.plural",
        lambda what: Every(f"XXXX-{what.season}") if what.season in {"SU", "WI"} else None,
    ),
    rule("en.set.unit", "set", "every unit", lambda _e, unit: each(length(1, unit))),
    rule("en.set.length", "set", "every length", lambda _e, span: each(span)),
    rule("en.set.month", "set", "every bare_month", lambda _e, what: Every(f"XXXX-{what.month:02}")),
    rule("en.set.date", "set", "every date", lambda _e, what: yearly(what)),
)
