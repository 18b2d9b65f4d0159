"""Who may change what: data that several write belongs to nobody."""
