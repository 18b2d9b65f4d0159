"""What the video platform is made of."""
