"""What batch notifications are made of."""
