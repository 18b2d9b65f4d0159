"""What the formats of other drawing tools share: nested groups, and connections with what passes along them."""
