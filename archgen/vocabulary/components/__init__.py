"""What a system is made of."""
