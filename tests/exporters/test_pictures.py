"""What other tools are to draw: everything is there, and texts stay texts."""

import re
import subprocess

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from archgen import Calls, Client, Consumes, Design, Group, Publishes, Queue, Service, Worker
from archgen.exporters.d2 import exporter as d2
from archgen.exporters.dot import exporter as dot
from archgen.exporters.mermaid import exporter as mermaid
from archgen.model.exchange import Exporter
from archgen.model.link import link
from archgen.model.mentions import mentions
from tests.model.nested import nests

OURS = Group("Ours")
API, JOBS = Service("API", group=OURS), Queue("Jobs", engine="SQS", group=Group("Queues", group=OURS))
SHOP = Design(
    "Shop",
    [Calls(Client('The "app"'), API, "order $5"), Publishes(API, JOBS, "an order"), Consumes(Worker("Packer", group=OURS), JOBS)],
)
FORMATS = {"mermaid": mermaid, "d2": d2, "dot": dot}
every_format = pytest.mark.parametrize("exporter", FORMATS.values(), ids=list(FORMATS))


@given(design=nests())
@settings(max_examples=30, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck))
def test_every_component_and_every_line_is_there_once(design: Design) -> None:
    architecture = link(design)
    for form, exporter in FORMATS.items():
        text = exporter.write(architecture)
        ends = re.findall(r"^\s*[\w.]+ (?:-->|-\.->|->)", text, re.MULTILINE)
        assert len(ends) == len(list(architecture.connections())) + len(mentions(architecture)), form
        for place, _ in enumerate(architecture.components(), 1):
            assert re.search(rf"\bc{place}(\[| \[|: )", text), form


@every_format
def test_the_way_of_dead_letters_is_a_line_as_in_our_own_figure(exporter: Exporter) -> None:
    jobs = Queue("Jobs", dead_letter=Queue("Dead jobs"), max_receives=5)
    text = exporter.write(link(Design("Shop", [Consumes(Worker("Packer"), jobs)])))
    assert re.search(r"^\s*c\d (-->|-\.->|->).*after 5 failures", text, re.MULTILINE)


def test_mermaid_has_subgraphs_and_escapes_what_it_would_read() -> None:
    assert mermaid.write(link(SHOP)) == (
        "flowchart TB\n"
        '    subgraph g1["Ours"]\n'
        '        subgraph g2["Queues"]\n'
        '            c3["Jobs<br/>queue, SQS"]\n'
        "        end\n"
        '        c2["API<br/>service"]\n'
        '        c4["Packer<br/>worker"]\n'
        "    end\n"
        '    c1["The #34;app#34;<br/>client"]\n'
        '    c1 -->|"order #36;5"| c2\n'
        '    c2 -.->|"an order"| c3\n'
        '    c3 -.->|"consumes"| c4\n'
    )


def test_d2_names_parts_with_their_groups() -> None:
    text = d2.write(link(SHOP))
    assert 'g1.c2 -> g1.g2.c3: "an order" { style.stroke-dash: 4 }' in text
    assert r'c1: "The \"app\"\nclient"' in text
    assert r'"order \$5"' in text


@pytest.mark.graphviz
def test_graphviz_draws_what_is_written_for_it() -> None:
    plain = subprocess.run(["dot", "-Tplain"], input=dot.write(link(SHOP)), capture_output=True, text=True, check=True).stdout
    assert len(re.findall("^node ", plain, re.MULTILINE)) == 4
    assert len(re.findall("^edge ", plain, re.MULTILINE)) == 3
