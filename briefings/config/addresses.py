"""Mail addresses, as a desk may write them: Turkish letters in names, and in domains by IDNA."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import AfterValidator

from briefings.languages.casing import lower
from briefings.languages.invisible import INVISIBLE

_LONGEST: Final = 254
_LONGEST_LOCAL: Final = 64
_LOCAL: Final = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_HOST: Final = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*", re.ASCII)
_UNLIKE: Final = frozenset("İßς\u0307\u200c\u200d")
"""Letters that become others than meant, or others in each generation of IDNA: İ becomes an i with a second dot."""
_BREAKS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def one_line(text: str) -> str:
    """Give a text that may stand in a header; `ValueError` for one with control characters or unseen ones."""
    if _BREAKS.search(text) or INVISIBLE.search(text):
        message = f"{text!r} holds a control character, or one that nobody sees; take it out"
        raise ValueError(message)
    return text


def ascii_host(name: str) -> str:
    """Give a host's name in ASCII: "bakanlık.example" is "xn--bakanlk-wfb.example". `ValueError` for what is none."""
    if _UNLIKE.intersection(name):
        message = f"{name!r}: write the domain in small letters or in its ASCII form (xn--…), it could become another"
        raise ValueError(message)
    try:
        plain = lower(name.encode("idna").decode("ascii"), "en")
    except UnicodeError:
        plain = ""
    if not _HOST.fullmatch(plain):
        message = f"{name!r} is no name of a host; correct it"
        raise ValueError(message)
    return plain


def address_of(text: str) -> str:
    """Check a mail address and give it with its domain in ASCII. `ValueError` says what is wrong."""
    local, sign, domain = one_line(text).rpartition("@")
    if not sign or not _LOCAL.fullmatch(local) or len(local.encode()) > _LONGEST_LOCAL:
        message = f"{text!r} is no mail address; write one such as masa@bakanlik.example"
        raise ValueError(message)
    whole = f"{local}@{ascii_host(domain)}"
    if len(whole.encode()) > _LONGEST:
        message = f"{text!r} is longer than {_LONGEST} bytes; correct it"
        raise ValueError(message)
    return whole


def same_mailbox(address: str) -> str:
    """Give what two ways of writing one mailbox share: nobody gets an edition twice for a capital letter."""
    return lower(address, "en")


def _maybe_address(text: str) -> str:
    return address_of(text) if text else ""


OneLine = Annotated[str, AfterValidator(one_line)]
Address = Annotated[str, AfterValidator(address_of)]
MaybeAddress = Annotated[str, AfterValidator(_maybe_address)]
Host = Annotated[str, AfterValidator(ascii_host)]
