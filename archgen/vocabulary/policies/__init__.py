"""How a connection or component behaves under load and failure."""
