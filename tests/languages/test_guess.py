from __future__ import annotations

import pytest

from briefings.languages.guess import guess_language
from tests.casefiles import rows_in


@pytest.mark.parametrize("row", rows_in("languages/guess.txt"), ids=lambda row: " ".join(row)[:50])
def test_a_text_is_told_by_its_function_words(row: tuple[str, ...]) -> None:
    assert guess_language(row[1] if len(row) > 1 else "") == row[0].removesuffix(" |")
