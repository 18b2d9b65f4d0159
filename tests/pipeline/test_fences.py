"""Fenced blocks that ask for a figure are found wherever Markdown has blocks, and nowhere else."""

import pytest

from archgen.pipeline.asked import WrongOption
from archgen.pipeline.fences import Fence, fences

TEXT = """\
# Page

```archgen a.yaml
focus: gateway
caption: "What: is around"
```

- item

    ~~~ archgen "b c.yaml"
    # of its own
    ~~~~

> ```{archgen} c.yaml
> ```

````markdown
```archgen never.yaml
```
````

```archgenius
```

```archgen
spec: d.yaml
```

```archgen open.yaml
"""
PAGE = TEXT.splitlines()


def test_each_block_is_found_with_its_place_and_its_text() -> None:
    assert list(fences(PAGE)) == [
        Fence(2, 6, "", "a.yaml", ("focus: gateway", 'caption: "What: is around"')),
        Fence(9, 12, "    ", "b c.yaml", ("# of its own",)),
        Fence(13, 15, "> ", "c.yaml", ()),
        Fence(24, 27, "", "", ("spec: d.yaml",)),
    ]


def test_its_lines_are_options_each_with_its_line() -> None:
    block = next(fences(PAGE))
    assert block.options() == {"focus": "gateway", "caption": "What: is around"}
    assert [block.line(key) for key in ("focus", "caption", "depth")] == [3, 4, 2]


@pytest.mark.parametrize(
    ("body", "message"), [(["what"], '"what" says nothing of the figure'), (["a: 1", "a: 2"], '"a" is given twice')]
)
def test_what_says_nothing_is_refused(body: list[str], message: str) -> None:
    block = next(fences(["```archgen a.yaml", *body, "```"]))
    with pytest.raises(WrongOption, match=message):
        block.options()
