"""Words that a design brings along."""

from archgen import Calls, Component, Connection, Consumes, Design, Service, seconds, word

service = Service("Service", replicas=2)


@word
class Gateway(Service):
    """A word of one's own."""

    lanes: int | None = None
    """How many there are."""


@word
class Forwards(Connection):
    """A connection of one's own."""

    hops: int
    """How many there are."""


gateway = Gateway("Gateway", lanes=4, replicas=2)
Gateway("Gateway", lane=4)  # wrong: a misspelt attribute of one's own word
Gateway("Gateway", lanes="four")  # wrong: a text for a number
Gateway("Gateway", replicas="two")  # wrong: a text for a number
Gateway("Gateway", 4)  # wrong: by position what is given by name
Forwards(gateway, service, hops=2, timeout=seconds(1))
Forwards(gateway, service)  # wrong: nothing for what is needed
Calls(gateway, service)
Consumes(gateway, gateway)  # wrong: one's own service has nothing to consume
gateway.lanes = 5  # wrong: an attribute of a word that was made
parts: list[Component | Connection] = [gateway, Forwards(gateway, service, hops=1)]
Design("Shop", parts)
