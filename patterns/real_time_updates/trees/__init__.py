"""Decision trees of real-time updates: one for each hop."""
