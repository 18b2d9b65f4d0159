"""How figures of a document lead to one another."""

from archgen.model.dossier import anchor, by_files


def test_a_figure_by_itself_leads_to_files_instead_of_places_on_its_page() -> None:
    assert by_files(f'<a href="#{anchor("orders")}"/>') == '<a href="orders.svg"/>'
