"""Load balancing of long-lived connections.

A balancer made for short requests decides once per request and cuts what is silent. Connections that stay open for hours need a
balancer that carries them, keeps them, and counts those that are already there.
"""
