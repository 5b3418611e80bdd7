"""JSON inside a page: a script element of a type that no browser runs."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from briefings.languages.invisible import without_invisible


def data_block(value: Any) -> Markup:  # noqa: ANN401 - any JSON values
    """Give JSON for a script element: nothing in it can end the element, turn text round or hide it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    escaped = without_invisible(text).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(escaped)  # noqa: S704 - no angle bracket is left
