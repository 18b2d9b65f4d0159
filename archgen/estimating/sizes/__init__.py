"""What load comes to in work at hand, bytes, copies and single keys."""
