"""What data export is made of."""
