"""Clients sent to one certain server by a hash.

Whoever shares a document or a match meets on one server, which keeps what they share. All who send must agree which server that
is, also in the minute in which one is added or lost.
"""
