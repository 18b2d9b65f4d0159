"""From the tables of a file to a configuration."""

from collections.abc import Iterator, Mapping, Sequence

from archgen.configuring.configuration import Configuration, PathIgnores, Said, SeverityOf
from archgen.configuring.locks import lock_faults
from archgen.configuring.option_values import option_values
from archgen.configuring.selection import Layer, switched_off
from archgen.configuring.selectors import Selector, one_rule, renaming
from archgen.configuring.tables import Tables, origin
from archgen.configuring.waiver_tables import waiver
from archgen.errors import ConfigurationError, Fault, Position
from archgen.model.catalogue import Shelf
from archgen.model.positioned import Node
from archgen.model.rule import Rule, Severity
from archgen.model.rule_options import rule_options
from archgen.model.terms import ConfiguredWaiver

# What figures wear is read where they are drawn, files of rules where they are run, all of a site where it is built.
SECTIONS = ("lint", "theme", "rules", "base-url", "site", "documents")
KEYS = (
    "select", "extend-select", "ignore", "fail-on", "severity", "rules", "waivers", "per-path-ignores", "locked", "baseline",
)  # fmt: skip
SEVERITIES = ("error", "warning", "info")
OFF, NEVER = "off", "never"


def from_table(root: Node, within: str, path: str, folder: str, rules: Shelf[Rule]) -> Configuration:
    """What the tables below `root` say. Raises ConfigurationError with all that is wrong with them.

    `within` is how the file calls the root: "tool.archgen", or nothing. `folder` is where patterns of paths start.
    """
    reader = _Reader(within, path, folder, rules)
    found = reader.whole(root)
    faults = [*reader.reading.faults, *lock_faults(found, rules)]
    if faults:
        raise ConfigurationError(sorted(faults, key=_order))
    return found


def _order(fault: Fault) -> tuple[int, int]:
    place = fault.position
    return (place.line or 0, place.column or 0) if place else (0, 0)


class _Reader(Tables):
    """Reads the sections of one file."""

    def __init__(self, within: str, path: str, folder: str, rules: Shelf[Rule]) -> None:
        super().__init__(rules)
        self.within, self.path, self.folder = within, path, folder
        self.notes: list[str] = []

    def whole(self, root: Node) -> Configuration:
        """Everything that the file says."""
        sections = self.table(root, f"[{self.within}]" if self.within else self.path, SECTIONS)
        lint = self.table(sections.get("lint"), self._called(), KEYS)
        severities = tuple(self._severities(lint.get("severity")))
        options, stated = self._options(lint.get("rules"))
        return Configuration(
            folder=self.folder,
            path=self.path,
            layer=self._layer(lint, severities),
            severities=severities,
            options=options,
            stated=stated,
            waivers=tuple(self._waivers(lint.get("waivers"))),
            path_ignores=tuple(self._path_ignores(lint.get("per-path-ignores"))),
            locked=self.selectors(lint.get("locked"), "locked"),
            fail_on=self._fail_on(lint.get("fail-on")),
            baseline=self._baseline(lint.get("baseline")),
            notes=tuple(dict.fromkeys(self.notes)),
        )

    def named(self, text: str, position: Position, name: str) -> Selector | None:
        """What a text selects; a name that is no longer used is noted."""
        found = super().named(text, position, name)
        if found and found.note:
            self.notes.append(f"{found.origin}: {found.note}")
        return found

    def _called(self, *tables: str) -> str:
        """How the file calls a table."""
        return f"[{'.'.join(filter(None, (self.within, 'lint', *tables)))}]"

    def _layer(self, lint: Mapping[str, Node], severities: Sequence[SeverityOf]) -> Layer:
        off = switched_off([(one.rules, one.severity is None) for one in severities])
        return Layer(
            self.selectors(lint["select"], "select") if "select" in lint else None,
            self.selectors(lint.get("extend-select"), "extend-select"),
            (*self.selectors(lint.get("ignore"), "ignore"), *off),
        )

    def _severities(self, node: Node | None) -> Iterator[SeverityOf]:
        name = self._called("severity")
        for key, inner in self.table(node, name).items():
            found = self.named(key, _key(node, key), name)
            said = self.one_of(inner, f"the severity of {key}", (*SEVERITIES, OFF))
            if found and said:
                yield SeverityOf(found, None if said == OFF else Severity(said))

    def _options(self, node: Node | None) -> tuple[Mapping[str, object], Mapping[tuple[str, str], Position]]:
        name = self._called("rules")
        if node and isinstance(node.value, list):
            message = f"{name} holds the options of rules; files of rules are named beside {self._called()}, not in it"
            self.reading.refuse(message, node.position)
            return {}, {}
        options: dict[str, object] = {}
        stated: dict[tuple[str, str], Position] = {}
        for key, inner in self.table(node, name).items():
            place = _key(node, key)
            entry = self.checked(lambda key=key: one_rule(key, self.rules), f"{name}: ", place)  # type: ignore[misc]
            value = option_values(entry, inner, self.reading) if entry else None
            if entry is None or value is None:
                continue
            self._note(key, place)
            options[entry.code] = value
            names = {option.name: option.attribute for option in rule_options(entry.value)}
            stated |= {(entry.code, names[name]): at for name, at in inner.keys.items() if name in names}
        return options, stated

    def _waivers(self, node: Node | None) -> Iterator[ConfiguredWaiver]:
        such_as = f"[{self._called('waivers')}]"
        for one in self.entries(node, "waivers", "tables", such_as):
            found = waiver(self, one, such_as)
            if found:
                self._note(str(one.value["rule"].value) if isinstance(one.value, dict) else "", found.place)
                yield found

    def _path_ignores(self, node: Node | None) -> Iterator[PathIgnores]:
        name = self._called("per-path-ignores")
        for path, inner in self.table(node, name).items():
            rules = self.selectors(inner, f'the rules of "{path}"')
            place = _key(node, path)
            if not path.strip():
                self.reading.refuse(f'{name} has an empty path; write a pattern such as "legacy/**"', place)
            yield PathIgnores(path, rules, place)

    def _fail_on(self, node: Node | None) -> Said[str] | None:
        said = self.one_of(node, "fail-on", (*SEVERITIES, NEVER)) if node else None
        return Said(said, origin(node.position)) if node and said else None

    def _baseline(self, node: Node | None) -> Said[str] | None:
        said = self.text(node, "baseline", '"archgen-baseline.json"')
        return Said(said, origin(node.position)) if node and said else None

    def _note(self, name: str, place: Position) -> None:
        note = renaming(name, self.rules)
        if note:
            self.notes.append(f"{origin(place)}: {note}")


def _key(node: Node | None, key: str) -> Position:
    """Where a key stands."""
    return node.keys[key] if node else Position("")
