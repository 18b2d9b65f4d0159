"""A configuration: what one file says of how designs are judged."""

from collections.abc import Mapping
from dataclasses import field
from typing import Generic, TypeVar

from archgen.configuring.selection import Layer
from archgen.configuring.selectors import Selector
from archgen.errors import Position
from archgen.model.catalogue import Entry
from archgen.model.rule import Rule, Severity
from archgen.model.rule_path import RulePath
from archgen.model.terms import ConfiguredWaiver
from archgen.values import dataclass

T = TypeVar("T")
DEFAULT = "default"


@dataclass(frozen=True)
class Said(Generic[T]):
    """A value and who says it: an option, a place in a file, or the default."""

    value: T
    origin: str = DEFAULT


@dataclass(frozen=True)
class SeverityOf:
    """How bad the findings of some rules are; None where these do not run at all."""

    rules: Selector
    severity: Severity | None


@dataclass(frozen=True)
class PathIgnores:
    """Rules that do not run on the designs of some paths."""

    path: str
    rules: tuple[Selector, ...]
    place: Position


@dataclass(frozen=True)
class Configuration:
    """What a file says; one without a `path` says nothing, and is what there is where no file applies.

    `folder` is where patterns of paths start. `options` are by the codes of rules; `stated` says where each of them is written,
    by code and attribute. `notes` say which rules are named by what they once were called. `own` are the rules that it brings,
    from the files and folders of `rule_paths`.
    """

    folder: str
    path: str = ""
    layer: Layer = field(default_factory=Layer)
    severities: tuple[SeverityOf, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    stated: Mapping[tuple[str, str], Position] = field(default_factory=dict)
    waivers: tuple[ConfiguredWaiver, ...] = ()
    path_ignores: tuple[PathIgnores, ...] = ()
    locked: tuple[Selector, ...] = ()
    fail_on: Said[str] | None = None
    baseline: Said[str] | None = None
    notes: tuple[str, ...] = ()
    rule_paths: tuple[RulePath, ...] = ()
    own: tuple[Entry[Rule], ...] = ()
