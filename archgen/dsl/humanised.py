"""Names that files leave out: what a part is called after its id."""

ACRONYMS = {"api", "cdn", "db", "dlq", "dns", "id", "lb", "sfu", "sql", "sse", "stun", "turn", "url"}


def humanised(id: str) -> str:
    """An id as a name: the first letter large, known abbreviations in capitals.

    >>> humanised("edge_lb"), humanised("message_store")
    ('Edge LB', 'Message store')
    """
    words = [word.upper() if word in ACRONYMS else word for word in id.replace("-", "_").split("_") if word]
    name = " ".join(words) or id or "unnamed"
    return name[:1].upper() + name[1:]
