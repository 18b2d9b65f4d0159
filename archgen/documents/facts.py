"""What a word states, as people read it: each attribute in a few words, policies written out."""

from collections.abc import Collection, Sequence

from archgen.documents.fact_words import in_words
from archgen.documents.policy_words import HEADS
from archgen.documents.protocols import written
from archgen.dsl.connection import Connection
from archgen.dsl.part import Part
from archgen.dsl.readable import named, readable
from archgen.dsl.shape import Choice, Form, Plain, flattened, shape
from archgen.dsl.word import Word, attributes

# What tables show in columns of their own, or the document in another place.
SHOWN_ELSEWHERE = ("name", "id", "group", "source", "target", "label", "requirements", "summary", "notes")
# Texts of authors that say all by themselves.
UNNAMED = ("note", "reason")


def facts(word: Word, without: Collection[str] = ()) -> str:
    """What the word states, but for what identifies it and `without`."""
    return "; ".join(_fact(word, name, value) for name, value in _stated(word, without))


def value(word: Word, name: str) -> str:
    """What one attribute holds; empty where it is not stated."""
    held = getattr(word, name)
    return "" if held is None else _said(word, name, held)


def joined(texts: Sequence[str]) -> str:
    """Several things in a row.

    >>> joined(["a", "b", "c"]), joined(["a"]), joined([])
    ('a, b and c', 'a', '')
    """
    return " and ".join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))


def _stated(word: Word, without: Collection[str]) -> list[tuple[str, object]]:
    hidden = {*SHOWN_ELSEWHERE, *word.elsewhere} if isinstance(word, (Part, Connection)) else set(word.elsewhere)
    return [(name, held) for name, held in attributes(word).items() if name not in hidden and name not in without]


def fact(word: Word, name: str) -> str:
    """What one attribute states, in words of its own; empty where it is not stated."""
    held = getattr(word, name)
    return "" if held is None else _fact(word, name, held)


def _fact(word: Word, name: str, held: object) -> str:
    if isinstance(held, Word) and not isinstance(held, (Part, Connection)):
        return _headed(name, _said(word, name, held))
    return in_words(word, name, held, _said(word, name, held)) or _by_name(word, name, held)


def _headed(name: str, inner: str) -> str:
    """What a policy states, behind what it is for."""
    head = HEADS.get(name, name.replace("_", " "))
    return f"{head}: {inner}" if head and inner else head or inner or name.replace("_", " ")


def _by_name(word: Word, name: str, held: object) -> str:
    """What there are no words for, by the attribute's own name."""
    words, forms = name.replace("_", " "), _forms(word, name)
    if held is True:
        return words
    if held is False:
        return f"no {words}" if Choice((False,)) in forms else f"{words}: no"
    if isinstance(held, (list, tuple)) and not held:
        return f"no {words}"
    said = _said(word, name, held)
    if name in (*UNNAMED, "protocol"):
        return said
    return f"{words} {said.removeprefix(f'{words.split()[-1]} ')}"


def _said(word: Word, name: str, held: object) -> str:
    """A value by itself: names of parts, choices without underscores, shares as per cent."""
    forms = _forms(word, name)
    if isinstance(held, (list, tuple)):
        return joined([_said(word, name, one) for one in held])
    if isinstance(held, (Part, Connection)):
        return named(held)
    if isinstance(held, Word):
        return ", ".join(_fact(held, each, one) for each, one in _stated(held, ()))
    if name == "protocol":
        return written(str(held))
    if isinstance(held, str):
        return held.replace("_", " ") if _is_choice(forms, held) else held
    if isinstance(held, float) and Plain("share") in forms:
        return f"{held * 100:.13g}%"
    return readable(held)


def is_choice(word: Word, name: str, held: object) -> bool:
    """Whether it is one of a few that the language has words for."""
    return isinstance(held, str) and _is_choice(_forms(word, name), held)


def _is_choice(forms: Sequence[Form], held: str) -> bool:
    return any(isinstance(form, Choice) and held in form.values for form in forms)


def _forms(word: Word, name: str) -> Sequence[Form]:
    """What the attribute may hold; nothing where an author's own word says it in a way that the language does not know."""
    try:
        return flattened(shape(type(word))[name].forms)
    except TypeError:
        return ()
