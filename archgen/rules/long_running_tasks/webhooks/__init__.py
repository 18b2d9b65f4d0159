"""Webhooks: programs of others that are called when something has happened, and those of others that call us.

A webhook is a small job with a partner that may be away: it needs attempts, a place for what failed, and an id. And because
anybody can call an address, it needs a signature.
"""
