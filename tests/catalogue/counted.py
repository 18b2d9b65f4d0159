"""How much there is of what the families teach: `python -m tests.catalogue.counted [FAMILY...]`."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from archgen import rules
from archgen.loading import library
from tests.catalogue.scenarios import told
from tests.catalogue.terms import FAMILIES

FOLDER = Path(__file__).with_name("entries")
DECLINED = Path(rules.__file__).with_name("declined.yaml")
SORTS = ("patterns", "trees", "rules", "figures", "scenarios")


@dataclass(frozen=True)
class Counted:
    """Of one sort of entry in a family: all ids that there should be, those that are missing, and a remark."""

    sort: str
    ids: tuple[str, ...]
    missing: tuple[str, ...]
    remark: str = ""

    def __str__(self) -> str:
        remark = f" ({self.remark})" if self.remark else ""
        return f"{self.sort} {len(self.ids) - len(self.missing)}/{len(self.ids)}{remark}"


def listed(family: str) -> Mapping[str, Sequence[str]]:
    """The ids of each sort that a family teaches; rules by their codes."""
    entries = yaml.load((FOLDER / f"{family}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    prefix, count = FAMILIES[family]
    return {**entries, "rules": [f"{prefix}{number:03}" for number in range(1, count + 1)]}


def counted(family: str) -> Iterator[Counted]:
    """What there is of each sort."""
    ids = listed(family)
    there = _there(family)
    for sort in SORTS:
        missing = tuple(id for id in ids[sort] if not there[sort](id))
        yield Counted(sort, tuple(ids[sort]), missing, _of_rules(ids[sort]) if sort == "rules" else "")


def report(families: Sequence[str]) -> tuple[str, int]:
    """A line for each family, and what is missing; with 1 where anything is, else 0."""
    lines, code = [], 0
    for family in families or list(FAMILIES):
        sorts = list(counted(family))
        lines.append(f"{family}: {', '.join(map(str, sorts))}")
        lines += [f"  no {one.sort}: {', '.join(one.missing)}" for one in sorts if one.missing]
        code |= any(one.missing for one in sorts)
    return "\n".join(lines) + "\n", int(code)


def _there(family: str) -> Mapping[str, Callable[[str], bool]]:
    """Of each sort, what knows whether there is an entry of an id."""
    return {
        "patterns": library.patterns().has,
        "trees": library.trees().has,
        "rules": lambda code: library.rules().has(code) or code in declined(),
        "figures": library.figures().has,
        "scenarios": told(family).__contains__,
    }


def _of_rules(codes: Sequence[str]) -> str:
    implemented = sum(library.rules().has(code) for code in codes)
    return f"{implemented} implemented, {sum(code in declined() for code in codes)} declined"


@cache
def declined() -> frozenset[str]:
    """The codes of what could be a rule and is none."""
    lines = DECLINED.read_text("utf-8").splitlines()
    return frozenset(line.partition(":")[0] for line in lines if not line.startswith("#"))


if __name__ == "__main__":
    text, code = report(sys.argv[1:])
    sys.stdout.write(text)
    sys.exit(code)
