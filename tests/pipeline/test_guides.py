"""The hand-written pages."""

from pathlib import Path

from archgen.pipeline.guides import guides


def test_a_page_shows_the_figures_that_it_names_and_leads_to_their_files(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    for name in ("storm", "other"):
        (tmp_path / "figures" / f"{name}.svg").write_text(f"<svg><title>{name}</title></svg>")
    (tmp_path / "40-numbers.md").write_text("# Numbers\n\n![A storm](figures/storm.svg)\n*It comes.*\n")
    (tmp_path / "10-first.md").write_text("# First\n")
    first, numbers = guides(tmp_path)
    assert (first.slug, first.figures) == ("first", ())
    assert [one.name for one in numbers.figures] == ["storm"]
    assert 'href="../figures/guide/numbers/storm.svg"' in numbers.html
    assert "<title>storm</title>" in numbers.html
    assert "<figcaption>It comes.</figcaption>" in numbers.html


def test_figures_leave_their_typeface_to_the_page(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    face = '@font-face{font-family:"archgen Inter";font-weight:400;src:url(data:font/woff2;base64,AA==) format("woff2")}'
    (tmp_path / "figures" / "storm.svg").write_text(f"<svg><style>{face}\n.a{{fill:red}}</style></svg>")
    (tmp_path / "40-numbers.md").write_text("# Numbers\n\n![A storm](figures/storm.svg)\n")
    (numbers,) = guides(tmp_path)
    assert "<style>.a{fill:red}</style>" in numbers.html
    assert [one.svg for one in numbers.figures] == ["<svg><style>.a{fill:red}</style></svg>"]
