"""The one exception for "cannot run": no programme, no such board, a usage that makes no sense."""


class ProstError(Exception):
    """prostcli cannot do what was asked, and nothing is wrong in the files: exit status 2.

    One that says no, and not that it cannot, has another `status`.

    `code` names a text of the language catalogue; `facts` are the words that go into it.
    """

    status = 2

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
