"""What the live auction is made of."""
