"""What payment webhooks are made of."""
