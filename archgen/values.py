"""Dataclasses that are made when the first of their values is, and by less work.

To write the methods of a dataclass takes longer than to read the file that it is in, and most commands make values of few of
those that they know. Whatever is asked of such a class finds it as `dataclasses.dataclass` would have made it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from dataclasses import MISSING
    from operator import attrgetter
    from reprlib import recursive_repr
    from threading import RLock

    LOOKED_UP = ("__dataclass_fields__", "__dataclass_params__", "__match_args__")
    MADE_BY = {"__init__", "__new__", "__setstate__", "__setattr__", "__delattr__"}
    OWN_WAYS = MADE_BY | {"__eq__", "__hash__"}
    _set = object.__setattr__
    _becomes = vars(object)["__class__"].__set__
    _turn = RLock()

    def dataclass(cls=None, /, *, eq=True, frozen=False, **options):
        """What `dataclasses.dataclass` is, later."""
        if cls is None:
            return lambda cls: dataclass(cls, eq=eq, frozen=frozen, **options)
        if frozen and options == {"slots": True} and _is_plain(cls):
            return _with_places(cls, eq=eq)
        if options or not OWN_WAYS.isdisjoint(vars(cls)):
            return dataclasses.dataclass(cls, eq=eq, frozen=frozen, **options)
        later = _Later(cls, eq=eq, frozen=frozen)
        for name in LOOKED_UP:
            setattr(cls, name, _LookedUp(later, name))
        cls.__init__ = later.init()
        cls.__setstate__ = later.setstate()
        return cls

    class _Later:
        """A class that is still to be made a dataclass."""

        def __init__(self, cls, *, eq, frozen):
            self.cls, self.eq, self.frozen, self.made = cls, eq, frozen, False

        def make(self):
            with _turn:
                if self.made:
                    return
                for name in (*LOOKED_UP, "__init__", "__setstate__"):
                    delattr(self.cls, name)
                self.made = True
                _make(self.cls, eq=self.eq, frozen=self.frozen)

        def init(self):
            def make_first(made, /, *given, **named):
                self.make()
                type(made).__init__(made, *given, **named)

            return make_first

        def setstate(self):
            def restore(made, state, /):
                self.make()
                vars(made).update(state)

            return restore

    class _LookedUp:
        """What tells that a class is a dataclass; looking at it makes it one."""

        def __init__(self, later, name):
            self.later, self.name = later, name

        def __get__(self, made, owner):
            self.later.make()
            return getattr(owner, self.name)

    def _with_places(cls, *, eq):
        """A class of frozen values that each have a place for every attribute, and no dictionary."""
        made = dataclasses.dataclass(cls, init=False, eq=eq, frozen=True, slots=True)
        made.__dataclass_params__.init = True
        made.__init__ = _init(made, dataclasses.fields(made), frozen=True)
        return made

    def _is_plain(cls):
        """Whether it builds on nothing and says nothing of how its values are made."""
        return cls.__bases__ == (object,) and MADE_BY.isdisjoint(vars(cls)) and not _is_special(cls)

    def _is_special(cls):
        return any("InitVar" in str(hint) or "KW_ONLY" in str(hint) for hint in cls.__annotations__.values())

    def _make(cls, *, eq, frozen):
        builds_on_another = any("__dataclass_fields__" in vars(base) for base in cls.__mro__[1:])
        if builds_on_another or _is_special(cls):
            dataclasses.dataclass(cls, eq=eq, frozen=frozen)
            return
        dataclasses.dataclass(cls, init=False, repr=False, eq=False)
        for name, value in (("init", True), ("repr", True), ("eq", eq), ("frozen", frozen)):
            setattr(cls.__dataclass_params__, name, value)
        fields = dataclasses.fields(cls)
        cls.__init__ = _init(cls, fields, frozen=frozen)
        if "__repr__" not in vars(cls):
            cls.__repr__ = _repr([field.name for field in fields if field.repr])
        if eq:
            compared = [field.name for field in fields if field.compare]
            hashed = [field.name for field in fields if (field.compare if field.hash is None else field.hash)]
            cls.__eq__, cls.__hash__ = _eq(compared), _hash(hashed) if frozen else None
        if frozen:
            _freeze(cls, {field.name for field in fields})

    def _init(cls, fields, *, frozen):
        """Written out, as that is what values are made by; of a frozen class all attributes are set at once."""
        known = {"_set": _set, "_MISSING": MISSING}
        taken, held = [], []
        for keyword in (False, True):
            among = [field for field in fields if field.init and field.kw_only is keyword]
            taken += ["*"] if keyword and among else []
            taken += [_parameter(field, known) for field in among]
        for field in fields:
            value = f"_from_{field.name}() if {field.name} is _MISSING else {field.name}"
            made = value if field.default_factory is not MISSING else field.name
            if field.init:
                held.append((field.name, made))
            elif field.default_factory is not MISSING:
                known[f"_from_{field.name}"] = field.default_factory
                held.append((field.name, f"_from_{field.name}()"))
            elif field.default is not MISSING and "__slots__" in vars(cls):
                known[f"_else_{field.name}"] = field.default
                held.append((field.name, f"_else_{field.name}"))
        lines = _in_places(cls, held, known) if "__slots__" in vars(cls) else _in_dictionary(held, frozen=frozen)
        lines += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
        text = "\n ".join([f"def __init__(self, {', '.join(taken)}):" if taken else "def __init__(self):", *lines])
        exec(text, known)
        made = known["__init__"]
        made.__qualname__, made.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
        return made

    def _in_dictionary(held, *, frozen):
        at_once = f"_set(self, '__dict__', {{{', '.join(f'{name!r}: {value}' for name, value in held)}}})"
        return [at_once] if frozen else [f"self.{name} = {value}" for name, value in held] or ["pass"]

    def _in_places(cls, held, known):
        """A value is of an open class while its places are filled: those of a frozen one take three times as long to fill."""
        known |= {"_cls": cls, "_open": type(cls.__name__, (), {"__slots__": cls.__slots__}), "_becomes": _becomes}
        filled = [f" self.{name} = {value}" for name, value in held]
        below = [f" _set(self, {name!r}, {value})" for name, value in held] or [" pass"]
        return ["if self.__class__ is _cls:", " _becomes(self, _open)", *filled, " self.__class__ = _cls", "else:", *below]

    def _parameter(field, known):
        if field.default_factory is not MISSING:
            known[f"_from_{field.name}"] = field.default_factory
            return f"{field.name}=_MISSING"
        if field.default is MISSING:
            return field.name
        known[f"_else_{field.name}"] = field.default
        return f"{field.name}=_else_{field.name}"

    def _repr(names):
        @recursive_repr()
        def shown(self):
            return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

        return shown

    def _values(names):
        """A function that gives the values of these attributes in a row."""
        if len(names) > 1:
            return attrgetter(*names)
        return lambda made: tuple(getattr(made, name) for name in names)

    def _eq(names):
        values = _values(names)

        def same(self, other):
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        return same

    def _hash(names):
        values = _values(names)
        return lambda self: hash(values(self))

    def _freeze(cls, names):
        def refuse_to_set(self, name, value):
            if type(self) is cls or name in names:
                raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
            super(cls, self).__setattr__(name, value)

        def refuse_to_delete(self, name):
            if type(self) is cls or name in names:
                raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
            super(cls, self).__delattr__(name)

        cls.__setattr__, cls.__delattr__ = refuse_to_set, refuse_to_delete


__all__ = ["dataclass"]
