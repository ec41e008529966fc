"""What can be known of each hidden number: the least and the most that it can be.

By integer programming over everything that is shown, all at once: no search, no luck. Knows nothing
of how the tool decides; only the figures, what is shown of them, and which sums they really are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import coo_array

Cell: TypeAlias = tuple[int, str]
"""One number: which figure, and which of its keys."""


_ENDLESS = 10**6
"""More than any number in the tests."""


class Sum(NamedTuple):
    """A number that really is others together."""

    total: Cell
    parts: tuple[Cell, ...]


class Known(NamedTuple):
    """What a reader can know of a number, both ends possible; without end: None."""

    least: int
    most: int | None


class Reader:
    """One who knows what is shown, which sums are sums, and of some numbers that they are small."""

    def __init__(
        self,
        truth: Mapping[Cell, int],
        shown: Iterable[Cell],
        sums: Iterable[Sum],
        at_most: Mapping[Cell, int],
    ) -> None:
        self.truth = truth
        self._shown = {*shown}
        self._at_most = at_most
        self._group: dict[Cell, tuple[list[Cell], list[Sum]]] = {}
        self._connect(sums)

    def _connect(self, sums: Iterable[Sum]) -> None:
        """Unknown numbers that some sum binds together, each with all of those sums."""
        holder: dict[Cell, Cell] = {}

        def root(cell: Cell) -> Cell:
            while holder.setdefault(cell, cell) != cell:
                cell = holder[cell]
            return cell

        told = dict.fromkeys(sums)
        for s in told:
            unknown = [c for c in (s.total, *s.parts) if c not in self._shown]
            for cell in unknown:
                holder[root(cell)] = root(unknown[0])
        groups: dict[Cell, tuple[list[Cell], list[Sum]]] = {}
        for cell in list(holder):
            groups.setdefault(root(cell), ([], []))[0].append(cell)
        for s in told:
            unknown = [c for c in (s.total, *s.parts) if c not in self._shown]
            if unknown:
                groups[root(unknown[0])][1].append(s)
        self._group = {cell: group for group in groups.values() for cell in group[0]}

    def known(self, cell: Cell) -> Known:
        """The least and the most that a hidden number can be."""
        if cell not in self._group:
            return Known(0, self._at_most.get(cell))
        least, most = (self._end(cell, sign) for sign in (1, -1))
        assert least is not None
        return Known(least, most)

    def single(self, cell: Cell) -> bool:
        """Whether a hidden number can be nothing but what it is."""
        if cell not in self._group:
            return self._at_most.get(cell) == 0
        number = self.truth[cell]
        return self._end(cell, -1) == number and self._end(cell, 1) == number

    def _end(self, wanted: Cell, sign: int) -> int | None:
        cells, sums = self._group[wanted]
        at = {cell: i for i, cell in enumerate(cells)}
        rows: list[int] = []
        columns: list[int] = []
        signs: list[int] = []
        rest = [0] * len(sums)
        for row, s in enumerate(sums):
            for cell, n in ((s.total, 1), *((p, -1) for p in s.parts)):
                if cell in at:
                    rows.append(row)
                    columns.append(at[cell])
                    signs.append(n)
                else:
                    rest[row] -= n * self.truth[cell]
        matrix = coo_array((signs, (rows, columns)), shape=(len(sums), len(cells))).tocsr()
        objective = np.zeros(len(cells))
        objective[at[wanted]] = sign
        bounds = (
            np.zeros(len(cells)),
            np.array([self._at_most.get(c, _ENDLESS) for c in cells], dtype=float),
        )
        found = milp(
            objective,
            constraints=LinearConstraint(matrix, rest, rest),
            integrality=np.ones(len(cells)),
            bounds=bounds,
        )
        assert found.success, found.message
        end = round(sign * found.fun)
        return None if end > _ENDLESS // 2 else end


def without_circles(sums: Sequence[Sum]) -> list[Sum]:
    """As many of them, from the first, as can be sums all at once: no total is a part of its part.

    Where 33 = 0 + 33 either of the two may be the sum of the other and nought, never both.
    """
    below: dict[int, set[int]] = {}
    kept: list[Sum] = []
    for s in sums:
        total, parts = s.total[0], {cell[0] for cell in s.parts}
        reached: set[int] = set()
        waiting = [*parts]
        while waiting:
            figure = waiting.pop()
            if figure not in reached:
                reached.add(figure)
                waiting += below.get(figure, ())
        if total not in reached:
            below.setdefault(total, set()).update(parts)
            kept.append(s)
    return kept
