"""What components usually serve, for those that do not say."""
