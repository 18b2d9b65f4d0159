import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archgen.documents.markdown import write
from archgen.documents.own_templates import COMPILED, Templates
from archgen.documents.section_names import SECTIONS
from archgen.errors import ConfigurationError
from archgen.loading.shipped import shipped
from tests.documents.parcels import dossier, parcels

SHIPPED = shipped("templates")
Made = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Made:
    """A folder of templates."""

    def made(**texts: str) -> Path:
        (tmp_path / "below").mkdir(exist_ok=True)
        for name, text in texts.items():
            (tmp_path / f"{name.replace('__', '/')}.md.j2").write_text(text, "utf-8")
        return tmp_path

    return made


def written(own: Path) -> str:
    design = replace(parcels(), problem="Labels *take* <b>seconds</b>.")
    return write(replace(dossier(design), templates=own), SHIPPED, figure_links={})


def fault(own: Path) -> str:
    with pytest.raises(ConfigurationError) as refused:
        written(own)
    return str(refused.value).replace(f"{own.as_posix()}/", "")


def test_a_template_replaces_its_section_and_no_other(folder: Made) -> None:
    text = written(folder(problem="## Ours\n\n{{ design.problem }}\n"))
    assert "## Ours\n\nLabels \\*take\\* \\<b>seconds\\</b>.\n\n## " in text
    assert "## The problem" not in text
    assert "## Left out on purpose" in text


def test_a_section_may_be_left_out(folder: Made) -> None:
    assert "The problem" not in written(folder(problem=""))


def test_what_a_template_puts_together_is_escaped_once(folder: Made) -> None:
    text = written(
        folder(
            problem="{% macro said(what) %}**{{ what }}**{% endmacro %}"
            "{% set all %}{{ said('a*b') }} {{ 'c' | code }}{% endset %}"
            "Ours: {{ all }} {{ 'd*' ~ 'e' }} {{ '<i>' | safe }}"
        )
    )
    assert "Ours: **a\\*b** `c` d\\*e \\<i>" in text


def test_files_of_the_folder_may_be_included_from_where_they_are(folder: Made) -> None:
    own = folder(problem='{% include "below/a.md.j2" %}', below__a='{% include "../_b.md.j2" %}', _b="Twice {{ design.name }}.")
    assert "\nTwice Parcels.\n" in written(own)


@pytest.mark.parametrize("name", ["../other.md.j2", "/etc/hostname", "document/parts.md.j2", "none.md.j2", "link.md.j2"])
def test_no_other_file_is(folder: Made, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    own, outside = folder(problem=f'\n{{% include "{name}" %}}'), tmp_path_factory.mktemp("outside") / "secret.md.j2"
    outside.write_text("secret")
    (own.parent / "other.md.j2").write_text("secret")
    (own / "below" / "link.md.j2").symlink_to(outside)
    if name == "link.md.j2":
        (own / "problem.md.j2").write_text('\n{% include "below/link.md.j2" %}')
    assert re.match(r'problem\.md\.j2:2: the folder has no file "', fault(own))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ design.nam }}", "has no attribute 'nam'"),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{% if %}", "Expected an expression"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 'a' | nope }}", "No filter named 'nope'"),
        ("{% for a in 5 %}{% endfor %}", "'int' object is not iterable"),
        ("{{ range(10000000) }}", "Range too big"),
        ("{{ design.__class__ }}", "'__class__' of 'Design' object is unsafe"),
        ("{{ ''.__class__.__mro__ }}", "'__class__' of 'str' object is unsafe"),
        ("{{ ''|attr('__class__') }}", "'__class__' of 'str' object is unsafe"),
        ("{{ '{0.__class__}'.format(design) }}", "'__class__' of 'Design' object is unsafe"),
        ("{{ lipsum.__globals__ }}", "'__globals__' of 'function' object is unsafe"),
        ("{{ dossier.numbers.append(1) }}", "has no attribute 'append'"),
        ("{{ components.append(1) }}", "unsafe"),
    ],
)
def test_one_that_fails_says_where_and_why(folder: Made, text: str, said: str) -> None:
    told = fault(folder(problem=f"## Ours\n\n{text}\n"))
    assert told.startswith("problem.md.j2:3: ")
    assert said in told


def test_one_that_includes_itself_has_no_end(folder: Made) -> None:
    assert "includes itself without an end" in fault(folder(problem='{% include "problem.md.j2" %}'))


def test_a_file_of_another_name_is_refused_with_the_nearest(folder: Made) -> None:
    own = folder(probem="a", zzz="b")
    (own / "data.md").write_text("c")
    (own / ".hidden").write_text("d")
    told = fault(own)
    assert 'probem.md.j2: a document has no section "probem"; did you mean "problem"?' in told
    assert 'zzz.md.j2: a document has no section "zzz"; known: ' in told
    assert 'data.md: a template is called after its section, with .md.j2 behind it: "data.md.j2"' in told
    assert "hidden" not in told


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="there is no such folder of templates"):
        Templates(SHIPPED, tmp_path / "none")


def test_a_template_that_is_no_text_is_refused(folder: Made) -> None:
    own = folder()
    (own / "problem.md.j2").write_bytes(b"\xff\xfe")
    assert fault(own) == "problem.md.j2: a template is a text in UTF-8"


@pytest.mark.parametrize("section", SECTIONS)
def test_the_values_of_each_section_are_known(section: str) -> None:
    assert "loop" not in Templates(SHIPPED).values(section)


def test_templates_are_compiled_once_for_all_documents_and_anew_when_their_text_is_another(tmp_path: Path) -> None:
    write(dossier(), SHIPPED, figure_links={})
    known = dict(COMPILED.known)
    write(dossier(), SHIPPED, figure_links={})
    assert known
    assert COMPILED.known == known
    for text in ("## One", "## Two"):
        (tmp_path / "summary.md.j2").write_text(text, "utf-8")
        assert text in write(replace(dossier(), templates=tmp_path), SHIPPED, figure_links={})
