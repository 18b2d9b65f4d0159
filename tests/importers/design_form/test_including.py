"""Designs that are split over files."""

import pytest

from archgen import Service, System
from archgen.errors import SpecError
from archgen.importers.design_form.including import MAX_FILES
from archgen.importers.design_yaml import importer
from archgen.model.link import link
from archgen.model.spec import Spec
from tests.fetching import files

HEAD = "archgen: 1\ndesign: Shop\n"
TILL = "components: {till: {kind: service}}\n"
API = "components: {api: {kind: service}}\n"


def read(text: str, others: dict[str, str], path: str = "shop.yaml") -> Spec:
    return importer.read(text, path, files(others))


def faults(text: str, others: dict[str, str], path: str = "shop.yaml") -> list[str]:
    with pytest.raises(SpecError) as caught:
        link(read(text, others, path))
    return [str(fault) for fault in caught.value.faults]


def test_the_sections_of_a_file_that_is_included_are_added() -> None:
    spec = read(HEAD + "include: [more.yaml]\n" + API, {"more.yaml": "components: {store: {kind: database}}\n"})
    assert [part.id for part in link(spec).components()] == ["api", "store"]


def test_parts_of_several_files_may_speak_of_one_another() -> None:
    more = "connections:\n  - {kind: reads, from: api, to: store}\ncomponents: {store: {kind: database}}\n"
    architecture = link(read(HEAD + "include: [more.yaml]\n" + API, {"more.yaml": more}))
    assert [architecture.id(part) for part in architecture.connections()] == ["api-reads-store"]


def test_what_is_wrong_stands_in_the_file_that_it_is_in() -> None:
    said = faults(HEAD + "include: [more.yaml]\n" + API, {"more.yaml": "components:\n  store: {kind: databse}\n"})
    assert said == ['more.yaml:2:17: there is no kind of component "databse"; did you mean "database"?']


def test_a_file_is_looked_for_beside_the_one_that_names_it() -> None:
    others = {"parts/a.yaml": "include: [b.yaml]\n", "parts/b.yaml": API}
    assert [part.id for part in link(read(HEAD + "include: [parts/a.yaml]\n", others)).components()] == ["api"]


def test_a_single_file_may_stand_for_a_list_of_one() -> None:
    one, listed = (read(f"{HEAD}include: {named}\n", {"more.yaml": API}) for named in ("more.yaml", "[more.yaml]"))
    assert [*link(one).ids.values()] == [*link(listed).ids.values()] == ["api"]


def test_files_that_include_one_another_are_refused() -> None:
    said = faults(HEAD + "include: [a.yaml]\n", {"a.yaml": "include: [b.yaml]\n", "b.yaml": "include: [a.yaml]\n"})
    assert said == ['b.yaml:1:11: "a.yaml" leads back to a file that is being read; leave it out']


def test_a_key_that_two_files_have_is_refused() -> None:
    said = faults(HEAD + "include: [more.yaml]\n" + API, {"more.yaml": API})
    assert said == ['more.yaml:1:14: "api" stands here a second time; the first is at shop.yaml:4:14']


def test_only_the_first_file_names_the_design() -> None:
    said = faults(HEAD + "include: [more.yaml]\n" + API, {"more.yaml": "design: Other\npitch: Buy\n"})
    assert said == [
        'more.yaml:1:1: "design" is said in the file that includes this one; leave it out here',
        'more.yaml:2:1: "pitch" is said in the file that includes this one; leave it out here',
    ]


def test_a_long_row_of_files_comes_to_an_end() -> None:
    row = {f"f{number}.yaml": f"include: [f{number + 1}.yaml]\n" for number in range(MAX_FILES + 5)}
    assert f"more than {MAX_FILES} files" in faults(HEAD + "include: [f0.yaml]\n", row)[0]


def test_a_system_is_the_design_of_another_file() -> None:
    pay = HEAD.replace("Shop", "Payments") + "components: {till: {kind: service}}\n"
    spec = read(HEAD + "components: {pay: {kind: system, design: pay/main.yaml, entry: till}}\n", {"pay/main.yaml": pay})
    (box,) = link(spec).components()
    assert isinstance(box, System)
    assert isinstance(box.entry, Service)
    assert (box.design.name, box.entry.id) == ("Payments", "till")


def test_what_is_wrong_with_the_design_of_a_system_is_said_at_its_place() -> None:
    pay = HEAD.replace("Shop", "Payments") + TILL + "connections: [{kind: calls, from: till, to: tull}]\n"
    said = faults(HEAD + "components: {pay: {kind: system, design: pay.yaml}}\n", {"pay.yaml": pay})
    assert said == ['pay.yaml:4:45: there is no component or group "tull"; did you mean "till"?']


def test_what_linking_finds_in_the_design_of_a_system_is_said_too() -> None:
    pay = HEAD.replace("Shop", "Payments") + TILL + "walkthroughs: [{name: A, steps: []}, {name: a, steps: []}]\n"
    said = faults(HEAD + "components: {pay: {kind: system, design: pay.yaml}}\n", {"pay.yaml": pay})
    assert said == ['pay.yaml:4:38: two walkthroughs are called "a"; give one of them another name']
