"""From configuration files and the command line to the terms that each design is judged on."""
