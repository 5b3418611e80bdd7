"""COMMANDS: one module each, holding a `command`."""
