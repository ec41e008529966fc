"""`prostcli show`."""


def show() -> None:  # noqa: D103
    raise SystemExit("not yet written")
