"""The command line: options, use case, output, exit status. Only here: clock and printing."""
