"""What is wrong with templates, styles and measures of the desk's own, told without making a page."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError, meta, nodes

from briefings.model.look import FOLDER, SHIPPED
from briefings.rendering.environment import environment, shipped_names, stylesheet
from briefings.rendering.paper.measures import measures_of
from briefings.rendering.undefined import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.model.look import Look

_READS: Final = re.compile(r"url\s*\(|@import|</", re.IGNORECASE)
"""What would read another file, or end the style element."""
_OF_PAGES: Final = frozenset({"view", "words", "m", "medium", "accent", "colours"})
"""What a page and every part of it is given."""
_UNESCAPED: Final = (nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)


def mistakes_in(look: Look) -> list[str]:
    """Give every mistake in a look's files, as `look/file:line: what is wrong; what to do`."""
    found: list[str] = []
    for name, text in look.files.items():
        if name.endswith(".html.j2"):
            found += _in_template(name, text, look)
        elif name.endswith(".j2"):
            found += [*_in_template(name, text, look), *_in_style(name, text)]
        elif name.endswith(".css"):
            found += _in_style(name, text)
        elif name == "principal.toml":
            found += _in_measures(look)
    return found


def _in_template(name: str, text: str, look: Look) -> list[str]:
    engine = environment(look)
    try:
        tree = engine.parse(text, name, name)
        engine.compile(text, name, name)
    except TemplateSyntaxError as error:
        words = str(error.message).rstrip(".")
        return [f"{FOLDER}/{name}:{error.lineno}: {words}; correct it, or start again from the shipped file"]
    return [*_unknown_names(name, tree), *_unsafe(name, tree), *_strangers(name, tree)]


def _unknown_names(name: str, tree: nodes.Template) -> Iterator[str]:
    """Find names that a template is not given: what the shipped one of its name uses, it may use."""
    known = given_to(name)
    unknown = _unset(tree) - known
    lines: dict[str, int] = {}
    for node in tree.find_all(nodes.Name):
        lines.setdefault(node.name, node.lineno)
    for one in sorted(unknown, key=lambda one: (lines.get(one, 0), one)):
        yield f"{FOLDER}/{name}:{lines.get(one, 1)}: nothing here is called {one!r}; {nearest(one, known)}"


def given_to(name: str) -> frozenset[str]:
    """Give the names that a template finds set: those the shipped one of its name reads, and those of all its kind."""
    own = _unset(_shipped(name))
    of_page = _OF_PAGES if name.startswith("parts/") or name == "briefing.html.j2" else frozenset()
    if name.startswith("site/"):
        of_page = _unset(_shipped("site/base.html.j2"))
    of_section = frozenset({"section"}) if "body" in own else frozenset()
    return own | of_page | of_section


def _unset(tree: nodes.Template) -> frozenset[str]:
    """Give the names a template reads and nowhere sets; jinja2 alone takes what is set within an `if` for one."""
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    for node in tree.find_all(nodes.FromImport):
        own |= {name if isinstance(name, str) else name[1] for name in node.names}
    return frozenset(meta.find_undeclared_variables(tree) - own)


def _unsafe(name: str, tree: nodes.Template) -> Iterator[str]:
    """Find what would print words of an article as markup."""
    found = [(node.lineno, "safe") for node in tree.find_all(nodes.Filter) if node.name == "safe"]
    found += [(node.lineno, "autoescape") for node in tree.find_all(_UNESCAPED)]
    for line, what in found:
        yield f"{FOLDER}/{name}:{line}: “{what}” would let an article write markup; leave it out"


def _strangers(name: str, tree: nodes.Template) -> Iterator[str]:
    """Find templates that are read and do not exist."""
    for node in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        wanted = getattr(getattr(node, "template", None), "value", None)
        if isinstance(wanted, str) and wanted not in shipped_names():
            advice = nearest(wanted, shipped_names())
            yield f"{FOLDER}/{name}:{node.lineno}: there is no template {wanted!r}; {advice}"


def _shipped(name: str) -> nodes.Template:
    return environment().parse(stylesheet(name))


def _in_style(name: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), start=1):
        match = _READS.search(line)
        if match:
            yield f"{FOLDER}/{name}:{number}: “{match[0]}”: a style reads no other file and holds no tag; leave it out"


def _in_measures(look: Look) -> Iterator[str]:
    """Find what is missing in the principal's measures, or is no measure."""
    try:
        own, shipped = measures_of(look), measures_of(SHIPPED)
    except tomllib.TOMLDecodeError as error:
        yield f"{FOLDER}/principal.toml: not TOML ({error}); correct the line"
    except (KeyError, TypeError) as error:
        yield f"{FOLDER}/principal.toml: {error} does not fit; keep the keys of the shipped file"
    else:
        for kind, there, needed in (("type", own.types, shipped.types), ("room", own.rooms, shipped.rooms)):
            for one in needed.keys() - there.keys():
                yield f"{FOLDER}/principal.toml: [{kind}.{one}] is missing; every one is reckoned with, put it back"
