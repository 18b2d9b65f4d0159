"""The values that stages hand to one another."""
