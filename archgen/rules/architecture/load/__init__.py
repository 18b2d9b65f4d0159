"""What the load asks for: limits where more may come than goes, and no more machines than it needs."""
