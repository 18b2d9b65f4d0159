"""Calls whose caller stands still until it is answered: how long it waits, and what it does when it has waited enough."""
