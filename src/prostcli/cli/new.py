"""`prostcli new`."""


def new() -> None:  # noqa: D103
    raise SystemExit("not yet written")
