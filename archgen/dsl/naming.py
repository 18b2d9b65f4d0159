"""Names: the kind of a word, and the id that a name becomes."""

import re

from archgen.dsl.word import Word


def kind(of: type[Word]) -> str:
    """The word's class name in snake case, as data formats write it.

    >>> from archgen.dsl.connection import Connection
    >>> kind(Connection)
    'connection'
    """
    return snake(of.__name__)


def snake(name: str) -> str:
    """The name of a class as data formats and files write it.

    >>> snake("LoadBalancer")
    'load_balancer'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def an(noun: str) -> str:
    """A noun or kind with its article, in words.

    >>> an("index"), an("workflow_step")
    ('an index', 'a workflow step')
    """
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun.replace('_', ' ')}"


def slug(name: str) -> str:
    """The id that a name becomes: lower case, anything but letters and digits an underscore.

    >>> slug("Message store (hot)")
    'message_store_hot'
    """
    return re.sub(r"[^\w]+", "_", name.lower()).strip("_") or "unnamed"
