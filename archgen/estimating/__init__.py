"""From an architecture to numbers."""
