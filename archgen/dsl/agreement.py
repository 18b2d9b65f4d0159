"""Verbs that agree with the name of who does it: "Sender writes", "Senders write"."""

from archgen.dsl.connection import Connection

# What no ending tells.
OF_SEVERAL = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "goes": "go",
    "dies": "die",
    "lies": "lie",
    "ties": "tie",
    "its": "their",
    "it": "them",
    "itself": "themselves",
}
SINGULAR_ENDS = ("ss", "us", "is")


def is_plural(name: str) -> bool:
    """Whether it names several, as "Shops" does, where "DNS", "Progress" and "Redis" do not.

    >>> is_plural("Shops"), is_plural("Shop"), is_plural("DNS"), is_plural("Progress")
    (True, False, False, False)
    """
    return name.endswith("s") and not name.endswith(SINGULAR_ENDS) and not name[-2:].isupper()


def agreeing(name: str, verb: str) -> str:
    """What one of them does, as this one does it.

    >>> agreeing("Shops", "publishes"), agreeing("Shops", "notifies"), agreeing("Shops", "uploads to"), agreeing("Shop", "is")
    ('publish', 'notify', 'upload to', 'is')
    >>> agreeing("Shops", "is tied to"), agreeing("Shops", "hands over to")
    ('are tied to', 'hand over to')
    >>> agreeing("Shops", "it has"), agreeing("Shops", "its")
    ('they have', 'their')
    >>> agreeing("Shops", "it"), agreeing("Shops", "itself"), agreeing("Shops", "dies"), agreeing("Shops", "goes on")
    ('them', 'themselves', 'die', 'go on')
    """
    return _of_several(verb) if is_plural(name) else verb


def does(name: str, verb: str) -> str:
    """The name, and what it does.

    >>> does("Shop", "has no stock"), does("Shops", "has no stock")
    ('Shop has no stock', 'Shops have no stock')
    """
    return f"{name} {agreeing(name, verb)}"


def each_of(name: str) -> str:
    """How one of those that bear the name is spoken of.

    >>> each_of("App"), each_of("Phones")
    ('each App', 'each of the Phones')
    """
    return f"each of the {name}" if is_plural(name) else f"each {name}"


def done_by(connection: Connection) -> str:
    """The verb of a connection, as its source does it."""
    return agreeing(connection.source.name, connection.verb)


def _of_several(verb: str) -> str:
    first, *rest = verb.split(" ")
    if first == "it" and rest:
        return f"they {_of_several(' '.join(rest))}"
    if first in OF_SEVERAL:
        return " ".join([OF_SEVERAL[first], *rest])
    several = (
        f"{first[:-3]}y" if first.endswith("ies") else first[:-2] if first.endswith(("shes", "ches", "sses")) else first[:-1]
    )
    return " ".join([several if first.endswith("s") else first, *rest])
