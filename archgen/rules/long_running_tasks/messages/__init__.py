"""What is put into messages and results, and whether it outlives a restart."""
