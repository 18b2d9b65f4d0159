"""Requests that set off work: whether they wait for it, or leave it to a queue."""
