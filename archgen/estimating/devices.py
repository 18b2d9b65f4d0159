"""How many devices a client stands for."""

from collections.abc import Collection

from archgen.model.architecture import Architecture, remembered
from archgen.model.estimate import Derivation, Quantity
from archgen.vocabulary.components.client import Client


def devices(architecture: Architecture, client: Client) -> Quantity | None:
    """Its own number, else its share of the clients that the design requires; None where neither is stated."""
    if client.devices is not None:
        return Quantity("devices", client.devices, "", Derivation("stated"))
    required = architecture.design.requirements.concurrent_clients
    clients = _sharing(architecture)
    if required is None or client not in clients:
        return None
    if len(clients) == 1:
        return Quantity("devices", required, "", Derivation(f"{required:,} concurrent clients required"))
    formula = f"{required:,} concurrent clients required / {len(clients)} clients"
    assumption = "no client states its devices: they are split evenly"
    return Quantity("devices", required / len(clients), "", Derivation(formula, assumptions=(assumption,)))


@remembered
def _sharing(architecture: Architecture) -> Collection[Client]:
    """The clients that the required ones are split over: none where one of them states its own number."""
    clients = dict.fromkeys(client for client in architecture.components(Client) if any(architecture.out_of(client)))
    return {} if any(client.devices is not None for client in clients) else clients
