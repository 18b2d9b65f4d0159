"""What is drawn of a migration, as whole values."""

from archgen import Database, Design, Migration, MigrationStep, RateLimit, days, per_second
from archgen.diagrams.migrations import draw
from archgen.model.drawing import Arrow, Box, Drawing
from archgen.model.link import link

old, new = Database("Old"), Database("New")


def drawn(*migrations: Migration) -> list[Drawing]:
    return list(draw(link(Design("Shop", [old, new], behaviours=migrations))))


def test_steps_stand_between_the_stores() -> None:
    limit = RateLimit(per_second(2000))
    steps = [
        MigrationStep("backfill", mode="insert_if_absent", rate_limit=limit, lasts=days(3), fallback=True),
        MigrationStep("decommission", fallback=False),
    ]
    assert drawn(Migration("Move", steps=steps, source=old, target=new)) == [
        Drawing(
            "migration-move",
            "Shop: Move",
            "Move, step by step. It leads from Old to New. 1. copy what is there (where nothing is yet, 2,000/s at most, 3 d, "
            "one can go back). 2. take the old one away (no way back).",
            (
                Box("from", "Old", "from here", "database", "data"),
                Box("step:1", "1. copy what is there", "where nothing is yet, 2,000/s at most, 3 d, one can go back", "", "data"),
                Box("step:2", "2. take the old one away", "no way back", "", "bad", "answer"),
                Box("to", "New", "to here", "database", "data"),
            ),
            (Arrow("from", "step:1"), Arrow("step:1", "step:2"), Arrow("step:2", "to")),
            direction="right",
        )
    ]


def test_a_move_without_stores_has_its_steps_alone() -> None:
    (drawing,) = drawn(Migration("Move", steps=[MigrationStep(), MigrationStep("soak")]))
    assert [box.title for box in drawing.boxes] == ["1. a step", "2. watch for a while"]
    assert drawing.description == "Move, step by step. 1. a step. 2. watch for a while."
