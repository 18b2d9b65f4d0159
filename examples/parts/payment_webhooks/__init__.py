"""Parts of the example of payment webhooks."""
