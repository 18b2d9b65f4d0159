"""Stated values as answers show them."""


def shown(value: object) -> str:
    """As people read it; what happens less than once a second as its author would write it.

    >>> from archgen.dsl.quantities import Rate
    >>> shown(Rate(4000)), shown(Rate(1 / 600)), shown(None)
    ('4,000/s', '6/h', 'not stated')
    """
    from archgen.dsl.quantities import Rate
    from archgen.dsl.readable import readable
    from archgen.model.yaml_quantity import written

    if isinstance(value, Rate) and 0 < value < 1:
        text = written(value)
        return text if isinstance(text, str) else readable(value)
    return readable(value)
