"""How many devices a client stands for."""

from archgen.model.architecture import Architecture
from archgen.model.estimate import Derivation, Quantity
from archgen.vocabulary.components.client import Client


def devices(architecture: Architecture, client: Client) -> Quantity | None:
    """Its own number, else its share of the clients that the design requires; None where neither is stated."""
    if client.devices is not None:
        return Quantity("devices", client.devices, "", Derivation("stated"))
    required = architecture.design.requirements.concurrent_clients
    clients = [other for other in architecture.components(Client) if any(architecture.out_of(other))]
    if required is None or client not in clients or any(other.devices is not None for other in clients):
        return None
    if len(clients) == 1:
        return Quantity("devices", required, "", Derivation(f"{required:,} concurrent clients required"))
    formula = f"{required:,} concurrent clients required / {len(clients)} clients"
    assumption = "no client states its devices: they are split evenly"
    return Quantity("devices", required / len(clients), "", Derivation(formula, assumptions=(assumption,)))
