"""The command line: stable verbs, --json, exit codes."""
