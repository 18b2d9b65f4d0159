"""What several forms of a report have in common."""
