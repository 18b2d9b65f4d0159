"""What commands share at their edges: files, progress, arguments."""
