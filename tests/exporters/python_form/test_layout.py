"""Expressions as lines."""

from archgen.exporters.python_form.expressions import Call, Items, Name, Pairs, Text, flat, functions
from archgen.exporters.python_form.layout import WIDTH, lines

LONG = "x" * 60


def call(*arguments: tuple[str, Name | Text | Call | Items | Pairs]) -> Call:
    return Call("Service", list(arguments))


def test_what_fits_stands_on_a_line() -> None:
    made = call(("", Text("API")), ("tags", Items([Name("1"), Pairs([(Text("a"), Name("True"))])])))
    assert lines(made, "api = ") == ['api = Service("API", tags=[1, {"a": True}])']


def test_arguments_stand_on_a_line_of_their_own_or_each_on_one() -> None:
    two = call(("", Text(LONG)), ("note", Text(LONG[:50])))
    three = call(("", Text(LONG)), ("note", Text(LONG)), ("reason", Name("None")))
    assert lines(two, "api = ") == ["api = Service(", f'    "{LONG}", note="{LONG[:50]}"', ")"]
    assert lines(three, "api = ") == ["api = Service(", f'    "{LONG}",', f'    note="{LONG}",', "    reason=None,", ")"]


def test_lists_and_dictionaries_have_a_line_for_each_entry() -> None:
    assert lines(Items([Text(LONG), Text(LONG), Text("a")])) == ["[", f'    "{LONG}",', f'    "{LONG}",', '    "a",', "]"]
    pairs = Pairs([(Text(LONG), Text(LONG[:50])), (Text("a"), Name("1"))])
    assert lines(pairs, "d=", ",", 4) == ["    d={", f'        "{LONG}": "{LONG[:50]}",', '        "a": 1,', "    },"]


def test_a_long_text_is_put_together_from_parts() -> None:
    text = " ".join([LONG, LONG, LONG])
    parts = [f'        "{LONG} "', f'        "{LONG} "', f'        "{LONG}"']
    assert lines(Text(text), "note=", ",", 4) == ["    note=(", *parts, "    ),"]


def test_a_long_key_is_put_together_too() -> None:
    key = " ".join([LONG, LONG, "end"])
    assert lines(Pairs([(Text(key), Name("1"))])) == [
        "{",
        "    (",
        f'        "{LONG} "',
        f'        "{LONG} end"',
        "    ): 1,",
        "}",
    ]


def test_names_share_lines_in_a_packed_list() -> None:
    names = [Name(f"component_{number}") for number in range(10)]
    found = lines(Items([*names, call(("", Text("A"))), Name("last")], packed=True))
    assert found == [
        "[",
        f"    *({', '.join(f'component_{number}' for number in range(9))}),",
        "    component_9,",
        '    Service("A"),',
        "    last,",
        "]",
    ]
    assert len(found[1]) <= WIDTH


def test_every_word_and_function_is_known() -> None:
    made = call(
        ("", Text("A")), ("b", Items([Call("seconds", [("", Name("1"))])])), ("c", Pairs([(Text("d"), Call("Step", []))]))
    )
    assert sorted(functions(made)) == ["Service", "Step", "seconds"]
    assert flat(made) == 'Service("A", b=[seconds(1)], c={"d": Step()})'
