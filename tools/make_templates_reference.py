"""Write docs/templates.md: every template with what it is given, and every value of the view.

Run it from the project's folder after a template or a value of the view has changed. Meanings are the docstrings of
the dataclasses in briefings/rendering/view and charts.py; a field without one is what its type is.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import Final, NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from briefings.languages.labels import COMPUTED, labels_of  # noqa: E402 - the project is no installed package here
from briefings.rendering.environment import shipped_names  # noqa: E402
from briefings.rendering.look.checking import given_to  # noqa: E402
from briefings.rendering.look.labels import flat  # noqa: E402

PAGE = PROJECT / "docs" / "templates.md"
HEAD = PROJECT / "tools" / "templates_head.md"
"""What the page begins with: how to change a look."""
RENDERING = PROJECT / "briefings" / "rendering"
MODULES: Final = (
    "view/sections.py", "view/story_items.py", "view/listings.py", "view/pieces.py", "view/head.py", "charts.py",
    "site/shell.py", "site/periods.py",
    "site/names.py", "site/alphabet.py", "site/stories.py", "site/bars.py", "texts.py",
    "mail.py",
)  # fmt: skip
TYPES: Final = {
    "view": "PageView",
    "section": "Section",
    "words": "the labels, by table and key: `words.stories.ahead`",
    "m": "what writes pieces, below",
    "medium": '`"screen"` or `"print"`',
    "accent": 'the accent colour, `"#8a1c1c"`',
    "colours": 'of drawings, by name: `"ink"`, `"soft"`',
    "css": "the style sheet, whole",
    "policy": "the Content-Security-Policy of the page",
    "config": "the settings (briefings.toml)",
    "measures": "the principal's measures (principal.toml)",
    "story": "StoryItem",
    "row": "ChangeRow",
    "note": "NoteItem",
    "level": "1 to 6: the level of the note's title",
    "head": "PageHead | None",
    "place": "Place",
    "root": 'the way from the page to the output folder, `"../../"`',
    "site": "the briefing's title",
    "title": "the article's title",
    "desk": "the desk's name",
    "series": "Series",
    "items": "tuple[EvidenceItem, ...]",
    "article": "the article's id",
    "blocks": "tuple[TextBlock, ...]",
    "homes": "(language, address, name) of each page that leads here",
    "outlet": 'as the article names it; "" where it does not',
    "path": "of the article's file",
    "published": '"4 Aralık 2025 09.32"; "" for an article without a date',
    "marking": "the highest marking of what the page shows, in words",
    "address": "the page's address, empty where the desk has not said its own",
    "addresses": "language and link of the page in each language, absolute where the address is known",
    "others": "code, link and own name of each language the page is in",
    "own_title": "the title of the window",
    "ways": "words and path of what every page leads to",
    "rows": "what is listed: EditionRow, StoryRow or ListedStory",
    "years": "year and number of editions, latest first",
    "months": "path, name and what the month holds",
    "letters": "letter, path and number of names",
    "groups": "letter and its names, NameEntry",
    "parts": "name, file and number of sentences or names of each part of a page that was parted",
    "days": "list[DayRows]",
    "said": "list[Said]",
    "chart": "BarChart | None",
    "chart_size": "width and height of the drawing",
    "counted": "how many sentences in how many editions, in words",
    "is_parted": "whether the page shows the latest sentences only",
    "other_name": "the name in the other language where it is another one",
    "other_language": "the code of the other language",
    "own": "the language of the headline where it is not the reader's",
    "quotation": "the opening and the closing quotation mark",
    "role": "the office stated last, and its language where it is not the reader's",
    "script": "the path of the script",
    "told": "JSON with the words the script shows",
    "language": "BCP 47",
    "mails": "tuple[MailView, ...]",
    "light": "the colours of a light screen by name, `light.ink`, and `light.accent`",
    "dark": "those of a dark one, and `dark.strong`, which stands for the accent",
}
"""Types, or meanings, of what templates are given."""
BODIES: Final = {
    "bottom_line": "SentenceItem | DeskLine",
    "key_points": "tuple[SentenceItem, ...]",
    "key_figures": "tuple[FigureItem, ...]",
    "stories": "StoryList",
    "voices": "tuple[VoiceItem, ...]",
    "timeline": "TimelineBody",
    "agenda": "tuple[AgendaRow, ...]",
    "changes": "tuple[ChangeRow, ...]",
    "notes": "tuple[NoteItem, ...]",
    "questions": "tuple[QuestionItem, ...]",
    "coverage": "CoverageBody",
    "index": "tuple[IndexGroup, ...]",
    "evidence": "tuple[EvidenceItem, ...]",
    "note_sources": "tuple[NoteSource, ...]",
}
"""What `body` is, by section."""
PLAIN: Final = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "yes or no",
    "Line": "a line: pieces, for `m.line`",
    "Piece": "a piece, for `m.put`",
    "Markup": "HTML, clean",
    "Config": "The settings (briefings.toml).",
    "Look": "The desk's own look.",
}


class Field(NamedTuple):
    """One attribute of a value."""

    name: str
    type: str
    says: str


class Value(NamedTuple):
    """One dataclass."""

    name: str
    says: str
    fields: tuple[Field, ...]


def reference() -> str:
    """Give docs/templates.md."""
    values = {value.name: value for module in MODULES for value in values_in(RENDERING / module)}
    parts = [HEAD.read_text(encoding="utf-8"), _templates(values), _calls(), _values(values), _labels()]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def values_in(path: Path) -> list[Value]:
    """Give the dataclasses of a module, with the docstrings of their fields."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return [
        Value(node.name, _first(ast.get_docstring(node) or ""), tuple(_fields(node)))
        for node in classes
        if not node.name.startswith("_") and any("dataclass" in ast.unparse(one) for one in node.decorator_list)
    ]


def _fields(node: ast.ClassDef) -> list[Field]:
    found = []
    for place, one in enumerate(node.body):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            after = node.body[place + 1] if place + 1 < len(node.body) else None
            says = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            kind = ast.unparse(one.annotation)
            if kind.startswith("ClassVar") and one.value is not None:
                says = f"Always `{ast.unparse(one.value)}`."
            found.append(Field(one.target.id, kind, " ".join(str(says).split())))
    return found


def _first(text: str) -> str:
    """Give the first paragraph on one line."""
    return " ".join(text.partition("\n\n")[0].split())


def _templates(values: dict[str, Value]) -> str:
    rows = [
        f"| `{name}` | {_cell(', '.join(_given(name, one, values) for one in sorted(given_to(name))))} |"
        for name in sorted(shipped_names())
        if name.endswith(".j2")
    ]
    others = ", ".join(f"`{name}`" for name in sorted(shipped_names()) if not name.endswith(".j2"))
    head = ["## What each template is given", "", "| template | is given |", "|---|---|"]
    return "\n".join([*head, *rows, "", f"No templates, taken as they are: {others}."])


def _given(name: str, what: str, values: dict[str, Value]) -> str:
    """Name one thing a template is given; `body` by its section."""
    if what != "body":
        return f"`{what}`" + (f": {_linked(TYPES[what], values)}" if TYPES[what] in values else "")
    section = name.removeprefix("parts/").removesuffix(".html.j2")
    return f"`body`: {_linked(BODIES[section], values)}" if section in BODIES else "`body`"


def _calls() -> str:
    tree = ast.parse((RENDERING / "screened.py").read_text(encoding="utf-8"))
    kind = next(node for node in tree.body if isinstance(node, ast.ClassDef))
    methods = (node for node in kind.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"))
    rows = [f"| `m.{_call(node)}` | {_cell(_first(ast.get_docstring(node) or ''))} |" for node in methods]
    plain = [
        f"| `{name}` | {words} |"
        for name, words in TYPES.items()
        if words[0] in "`1tw" and not words.startswith("tuple")
    ]
    return "\n".join(
        ["## Names that stand for no value of the view", "", "| name | is |", "|---|---|", *sorted(plain), "",
         "## What writes pieces", "",
         "On a printed page the same names write the same texts in fewer elements.", "",
         "| call | prints |", "|---|---|", *rows]
    )  # fmt: skip


def _call(node: ast.FunctionDef) -> str:
    """Give how a method is called: its parameters with what they are when left out."""
    given = node.args
    names = [one.arg for one in given.args[1:]]
    plain = names[: len(names) - len(given.defaults)]
    options = [*zip(names[len(plain) :], given.defaults, strict=True)]
    options += [(one.arg, default) for one, default in zip(given.kwonlyargs, given.kw_defaults, strict=True) if default]
    return f"{node.name}({', '.join([*plain, *(f'{name}={ast.unparse(one).lower()}' for name, one in options)])})"


def _values(values: dict[str, Value]) -> str:
    parts = ["## Values", "", "A field that may be missing is `none`; a list that is empty counts as no."]
    for value in sorted(values.values(), key=lambda value: value.name):
        parts += ["", f"### {value.name}", "", value.says, "", "| attribute | type | meaning |", "|---|---|---|"]
        parts += [
            f"| `{field.name}` | {_linked(field.type, values)} | {_cell(field.says or _meaning(field.type, values))} |"
            for field in value.fields
        ]
    return "\n".join(parts)


def _meaning(kind: str, values: dict[str, Value]) -> str:
    """Say what a field without a docstring is: what its type is."""
    names = [name for name in re.findall(r"\w+", kind) if name in values]
    if names:
        return values[names[0]].says
    return next((PLAIN[name] for name in re.findall(r"\w+", kind) if name in PLAIN), "")


def _linked(kind: str, values: dict[str, Value]) -> str:
    """Give a type with links to the values it names."""
    shown = kind.replace("ClassVar[str]", "str").replace("|", "or")
    return re.sub(r"\w+", lambda match: f"[{match[0]}](#{match[0].lower()})" if match[0] in values else match[0], shown)


def _labels() -> str:
    words = dict(flat(labels_of("en")))
    turkish = dict(flat(labels_of("tr")))
    rows = [
        f"| `{key}` | {_cell(str(turkish[key]))} | {_cell(str(text))} |"
        for key, text in words.items()
        if key.partition(".")[0] not in COMPUTED
    ]
    return "\n".join(["## Labels", "", "| key | Turkish | English |", "|---|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def main() -> None:
    """Write the page."""
    PAGE.write_text(reference(), encoding="utf-8")
    print(f"{PAGE.relative_to(PROJECT)}: written")


if __name__ == "__main__":
    main()
