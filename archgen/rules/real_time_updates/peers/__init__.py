"""Clients that speak to one another directly, over WebRTC.

Media flows from peer to peer. What it takes to get there does not: a server by which they find one another, one that tells them
their address, one that relays where no direct way opens, and for more than a few people one that spares them sending to all.
"""
