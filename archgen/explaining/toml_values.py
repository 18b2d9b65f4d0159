"""Values as TOML holds them."""

import json
from datetime import timedelta

from archgen.model.yaml_quantity import written


def toml_value(value: object) -> str:
    r"""A text, a yes or no, or a quantity as a person would write it; empty for nothing at all.

    >>> [toml_value(value) for value in (timedelta(seconds=30), 0.5, True, 'a "b"', None)]
    ['"30s"', '0.5', 'true', '"a \\"b\\""', '']
    """
    if value is None:
        return ""
    if isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    found = written(value) if isinstance(value, timedelta | int | float) else str(value)
    return json.dumps(found, ensure_ascii=False)
