"""What sort of component each is, as people write it, and what its author notes beside its name."""

import re

from archgen.dsl.component import Component
from archgen.dsl.naming import kind

SPELLED = {"cdn": "CDN", "dns": "DNS", "api gateway": "API gateway", "stun server": "STUN server", "turn server": "TURN server"}
UNCOUNTED = ("monitoring",)
# Notes of more than a clause or two are sentences.
LONG = 90
SENTENCES = re.compile(r"[.!?]\s|[.!?]$|[()]")
VOWELS = ("a", "e", "i", "o", "u")


def sort_of(part: Component) -> str:
    """The sort of component, as people write it."""
    sort = kind(type(part)).replace("_", " ")
    return SPELLED.get(sort, sort)


def with_article(noun: str) -> str:
    """A noun behind its article.

    >>> with_article("external system"), with_article("CDN"), with_article("API gateway")
    ('An external system', 'A CDN', 'An API gateway')
    """
    return f"{'An' if noun.lower().startswith(VOWELS) else 'A'} {noun}"


def gloss(part: Component) -> str:
    """What stands in brackets behind its name: its author's note, as long as that is no sentence of its own."""
    note = part.note or "" if not _is_long(part) else ""
    sort = sort_of(part)
    return "; ".join(filter(None, [sort if sort in UNCOUNTED and sort != part.name.lower() else "", note]))


def long_note(part: Component) -> str:
    """The note of its author as a sentence, where it is one."""
    return opened(part.note or "") if _is_long(part) else ""


def opened(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _is_long(part: Component) -> bool:
    """Whether its note has sentences, or brackets of its own."""
    return bool(SENTENCES.search(part.note or "")) or len(part.note or "") > LONG
