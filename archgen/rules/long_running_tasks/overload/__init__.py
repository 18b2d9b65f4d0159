"""What becomes of work that is more than can be taken: who is refused, by whose limit, and what those do who are."""
