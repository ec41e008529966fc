"""`prostcli schema`."""


def schema() -> None:  # noqa: D103
    raise SystemExit("not yet written")
