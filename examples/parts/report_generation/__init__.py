"""What report generation is made of."""
