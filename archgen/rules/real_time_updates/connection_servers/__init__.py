"""Servers that hold clients' connections.

They are sized by how many connections are open, not by how many requests come, and each restart of one hangs up on thousands.
"""
