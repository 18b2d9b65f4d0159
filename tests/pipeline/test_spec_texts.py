from pathlib import Path

from archgen.pipeline.reading import read
from archgen.pipeline.spec_texts import spec_texts

YAML = "# mine\narchgen: 1\ndesign: Asking\ncomponents:\n  app: {kind: client}\n"


def test_the_text_of_a_design_is_shown_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "asking.yaml").write_text(YAML)
    shown = list(spec_texts(read(str(tmp_path / "asking.yaml"))))
    assert [(one.title, one.language) for one in shown] == [("YAML, as it is written: asking.yaml", "yaml"), ("Python", "python")]
    assert shown[0].text == YAML
    assert 'Client("App")' in shown[1].text


def test_where_the_text_is_gone_both_forms_are_shown(tmp_path: Path) -> None:
    (tmp_path / "asking.yaml").write_text(YAML)
    design = read(str(tmp_path / "asking.yaml"))
    (tmp_path / "asking.yaml").unlink()
    assert [one.language for one in spec_texts(design)] == ["yaml", "python"]
