"""`prostcli review`."""


def review() -> None:  # noqa: D103
    raise SystemExit("not yet written")
