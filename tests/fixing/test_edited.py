"""Edits in the files of a design: each where its part is written, or a word on why not."""

from archgen import Cache, Calls, Queue, Reads
from archgen.dsl.word import Word
from archgen.fixing.edited import PAIRED, Files
from archgen.fixing.splices import Refusal
from archgen.importers.design_yaml import importer
from archgen.model.link import link
from archgen.model.rule import Edit
from archgen.model.spec import Spec
from tests.fetching import files

TEXTS = {
    "d.yaml": """\
archgen: 1
design: D
include: [parts.yaml]
components:
  app: {kind: client}
  api: {kind: service}
  store: {kind: database}
  jobs: {kind: queue, dead_letter: failed_jobs}
connections:
  - {kind: calls, from: app, to: api, retry: 3}
patterns:
  - {kind: cache_aside, app: api, cache: cache, store: store}
""",
    "parts.yaml": "components:\n  cache: {kind: cache}\n  spare: {kind: queue}\n",
}


def spec() -> Spec:
    return importer.read(TEXTS["d.yaml"], "d.yaml", files(TEXTS))


def parts(of: Spec) -> dict[str, Word]:
    architecture = link(of)
    return {architecture.id(part): part for part in (*architecture.components(), *architecture.connections())}


def edited(of: Spec, *edits: Edit) -> dict[str, str] | Refusal:
    places = {word: place for (word, name), place in of.places.items() if name is None}
    made = Files(places, TEXTS.__getitem__).edited(edits)
    return made if isinstance(made, Refusal) else dict(made)


def test_an_edit_is_made_in_the_file_that_the_part_is_written_in() -> None:
    of = spec()
    assert edited(of, Edit(parts(of)["cache"], "nodes", 3), Edit(parts(of)["app"], "devices", 20_000)) == {
        "parts.yaml": TEXTS["parts.yaml"].replace("cache}", "cache, nodes: 3}"),
        "d.yaml": TEXTS["d.yaml"].replace("client}", "client, devices: 20k}"),
    }


def test_another_part_is_spoken_of_by_its_id() -> None:
    of = spec()
    made = edited(of, Edit(parts(of)["jobs"], "dead_letter", parts(of)["spare"]))
    assert made == {"d.yaml": TEXTS["d.yaml"].replace("dead_letter: failed_jobs", "dead_letter: spare")}
    jobs, new = parts(of)["jobs"], Queue("New")
    assert edited(of, Edit(jobs, "dead_letter", new)) == Refusal("Jobs would have to speak of New, which has no id in the file")


def test_what_is_not_written_out_is_left_alone() -> None:
    of = spec()
    brought = next(part for part in parts(of).values() if isinstance(part, Reads) and isinstance(part.target, Cache))
    assert edited(of, Edit(brought, "idempotent", True)) == Refusal("API reads Cache is not written out in a file of the design")
    unnamed = Edit(parts(of)["failed_jobs"], "durable", True)
    assert edited(of, unnamed) == Refusal("Failed jobs is not written as an entry of its own")
    assert edited(of, Edit(of.design.requirements, "regions", 2)) == Refusal(
        "requirements is not written out in a file of the design"
    )


def test_a_policy_is_edited_where_it_stands() -> None:
    of = spec()
    call = next(part for part in parts(of).values() if isinstance(part, Calls))
    assert call.retry
    made = edited(of, Edit(call.retry, "jitter", True))
    assert made == {"d.yaml": TEXTS["d.yaml"].replace("retry: 3", "retry: {attempts: 3, jitter: true}")}


def test_json_with_characters_that_are_written_as_pairs_is_left_alone() -> None:
    text = r'{"archgen": 1, "design": "\ud83d\ude00", "components": {"app": {"kind": "client"}}}'
    of = importer.read(text, "d.json", files())
    places = {word: place for (word, name), place in of.places.items() if name is None}
    assert Files(places, lambda _: text).edited([Edit(parts(of)["app"], "devices", 3)]) == PAIRED
    plain = text.replace(r"\ud83d\ude00", "D")
    of = importer.read(plain, "d.json", files())
    places = {word: place for (word, name), place in of.places.items() if name is None}
    made = Files(places, lambda _: plain).edited([Edit(parts(of)["app"], "devices", 3)])
    assert made == {"d.json": plain.replace('"client"', '"client", "devices": 3')}
