"""What stands between clients and the servers that hold their connections: balancers, gateways and CDNs.

A balancer made for short requests decides once per request and cuts what is silent. Connections that stay open for hours need a
balancer that carries them, keeps them, and counts those that are already there. What streams must not be collected or kept on
the way either.
"""
