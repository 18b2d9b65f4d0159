"""From an architecture and its numbers to a report."""
