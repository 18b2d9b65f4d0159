"""Connections that clients hold open.

They outlive the network under them: a phone that changes from one mast to the next says no goodbye. Both ends must find out.
"""
