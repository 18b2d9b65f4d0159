"""What file sync is made of."""
