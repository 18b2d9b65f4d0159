"""archgen simulate with its runs on a cluster that is there already, by Dask."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import ran

DESIGN = """\
archgen: 1
design: Desk
components:
  app: {kind: client, devices: 50, send_rate: 1/s}
  api: {kind: service, name: API, replicas: 2, concurrency: 4, task_duration: 20ms}
connections:
  - {kind: calls, from: app, to: api, timeout: 1s}
"""
# Whoever asks is given what the cluster at that address does; the pool is left, the cluster stays.
FACTORY = """\
from dask.distributed import Client

def pool():
    return Client("{address}").get_executor()
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Of a cluster of two processes on this machine."""
    from dask.distributed import LocalCluster, default_client

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
        yield cluster.scheduler_address
        default_client().close()  # type: ignore[no-untyped-call]


@pytest.mark.filterwarnings("default")
def test_a_cluster_gives_what_this_machine_gives(here: Path, capsys: pytest.CaptureFixture[str], address: str) -> None:
    (here / "desk.yaml").write_text(DESIGN)
    (here / "cluster.py").write_text(FACTORY.format(address=address))
    words = ("simulate", "desk.yaml", "--duration", "20s", "--warm-up", "2s", "--runs", "4", "--format", "json")
    alone, together = ran(capsys, *words), ran(capsys, *words, "--executor", "cluster:pool")
    assert together.code == 0
    assert together.out == alone.out
