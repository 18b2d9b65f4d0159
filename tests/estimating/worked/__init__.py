"""Small designs whose numbers are known from elsewhere."""
