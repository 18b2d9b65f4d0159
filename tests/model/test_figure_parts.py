from archgen.model.figure_parts import anchored, figure_name, part_anchor


def test_each_part_of_a_figure_has_an_anchor_once() -> None:
    svg = '<svg><g data-part="a"><rect/></g><g data-part="b"/><g data-part="a"/></svg>'
    made = anchored(svg, "components")
    assert made == (
        '<svg><g id="figure--components--a" data-part="a"><rect/></g>'
        '<g id="figure--components--b" data-part="b"/><g data-part="a"/></svg>'
    )


def test_a_name_is_escaped_in_an_anchor_and_one_with_a_blank_has_none() -> None:
    made = anchored('<g data-part="&lt;b&gt;"/><g data-part="a b"/>', '"x')
    assert made == '<g id="figure--&quot;x--&lt;b&gt;" data-part="&lt;b&gt;"/><g data-part="a b"/>'


def test_the_name_of_a_figure_is_the_stem_of_its_file() -> None:
    assert part_anchor(figure_name("../f/a%20b.svg"), "c") == "figure--a b--c"
