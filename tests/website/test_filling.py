from pathlib import Path

from archgen.website.filling import filling


def test_a_template_escapes_text_and_leads_from_its_page(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "x.html.j2").write_text('<a href="{{ to(index_path("rules")) }}">{{ text }}{{ html | typeset }}</a>')
    written = filling(tmp_path)("x", "guide/a.html", text="<b>", html="<i>")
    assert written == '<a href="../rules/index.html">&lt;b&gt;<i></a>'
