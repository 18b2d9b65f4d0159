"""Values of subjects and measures, kept by their measure: large designs have very many, and most are asked for one by one."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Generic, TypeVar, overload

S = TypeVar("S", bound=Hashable)
M = TypeVar("M", bound=Hashable)
V = TypeVar("V")
D = TypeVar("D")
T = TypeVar("T", bound=Hashable)


class ByMeasure(Mapping[tuple[S, M], V]):
    """A mapping of pairs, in the order in which they came, that holds no pairs.

    >>> found = ByMeasure({("api", "rate"): 3, ("api", "capacity"): 9, ("shop", "rate"): 4})
    >>> list(found)
    [('api', 'rate'), ('api', 'capacity'), ('shop', 'rate')]
    >>> found.of("api", "rate"), found["shop", "rate"], found.get(("shop", "capacity"))
    (3, 4, None)
    """

    __slots__ = ("_measures", "_of", "_subjects")

    def __init__(self, given: Mapping[tuple[S, M], V | None] | None = None) -> None:
        self._of: dict[M, dict[S, V]] = {}
        self._subjects: list[S] = []
        self._measures: list[M] = []
        self.take(given or {})

    def take(self, more: Mapping[tuple[S, M], V | None]) -> None:
        """Take on all of these that are known."""
        for (subject, measure), value in more.items():
            self.tell(subject, measure, value)

    def tell(self, subject: S, measure: M, value: V | None) -> None:
        """Take on one of them, in the place of what was known of the same before; None says that it is not known."""
        if value is None:
            return
        of = self._of.get(measure)
        if of is None:
            of = self._of[measure] = {}
        if subject not in of:
            self._subjects.append(subject)
            self._measures.append(measure)
        of[subject] = value

    def of(self, subject: S, measure: M) -> V | None:
        """The value; None where none is known."""
        of = self._of.get(measure)
        return None if of is None else of.get(subject)

    def renamed(self, names: Mapping[S, T]) -> "ByMeasure[T, M, V]":
        """The same of subjects that are called otherwise."""
        made = ByMeasure[T, M, V]()
        made._of = {measure: {names[subject]: value for subject, value in of.items()} for measure, of in self._of.items()}
        made._subjects, made._measures = [names[subject] for subject in self._subjects], [*self._measures]
        return made

    @overload
    def get(self, key: tuple[S, M], /) -> V | None: ...
    @overload
    def get(self, key: tuple[S, M], /, default: V | D) -> V | D: ...
    def get(self, key: tuple[S, M], /, default: V | D | None = None) -> V | D | None:
        """The value; the default where none is known."""
        of = self._of.get(key[1])
        return default if of is None else of.get(key[0], default)

    def __getitem__(self, key: tuple[S, M]) -> V:
        subject, measure = key
        of = self._of.get(measure, {})
        if subject not in of:
            raise KeyError(key)
        return of[subject]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and len(key) == 2 and key[0] in self._of.get(key[1], ())

    def __iter__(self) -> Iterator[tuple[S, M]]:
        return zip(self._subjects, self._measures, strict=True)

    def __len__(self) -> int:
        return len(self._subjects)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({dict(self)!r})"


class Named(Mapping[tuple[T, M], V], Generic[S, T, M, V]):
    """Values by what their subjects are called. They are given these names when one is first asked for by its name.

    >>> found = Named(ByMeasure({(1, "rate"): 3, (2, "rate"): 4}), {1: "api", 2: "shop"})
    >>> found.of_subjects.of(1, "rate"), found["api", "rate"], list(found)
    (3, 3, [('api', 'rate'), ('shop', 'rate')])
    """

    __slots__ = ("_by_name", "_names", "of_subjects")

    def __init__(self, of_subjects: ByMeasure[S, M, V], names: Mapping[S, T]) -> None:
        self.of_subjects, self._names = of_subjects, names
        self._by_name: ByMeasure[T, M, V] | None = None

    @property
    def by_name(self) -> ByMeasure[T, M, V]:
        """All of them, as a mapping that holds the names."""
        if self._by_name is None:
            self._by_name = self.of_subjects.renamed(self._names)
        return self._by_name

    def __getitem__(self, key: tuple[T, M]) -> V:
        return self.by_name[key]

    def __iter__(self) -> Iterator[tuple[T, M]]:
        return iter(self.by_name)

    def __len__(self) -> int:
        return len(self.by_name)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({dict(self)!r})"
