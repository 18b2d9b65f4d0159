"""What a system keeps."""
