"""What the counting of advertisements is made of."""
