"""Sums that a matrix of numbers obeys: which line (row or column) is the sum of which others. Knows no labels' words.

A line is a row when totals of columns are sought, a column when sums within rows are: `find_sums` works on one axis,
its caller transposes. The other axis is the evidence: a sum is believed where it holds so often, and with so many
significant digits, that chance would not do it. Everything is exact integer arithmetic.
"""

import math
from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import product

from ingest.tables.sums import Matrix, Score, Sum, outcome, score, with_implied

_MAX_BLOCK = 60  # lines of an unlabelled group; labelled totals may sum more
_MAX_LABELLED_BLOCK = 2000
_NEARLY = 0.05
_WHOLE_BITS = 1.5  # digits that a total of all other lines must hit
_WHOLE_PART_BITS = 2.0  # and where it fails in other columns
_SURER = 1.5  # digits more that a sum without a label must hit where it fails in a column of four
_MOST_NESTED = 400  # ways to give parents their parts
_SIGNED_BLOCK = 6  # addends of a group whose signs are searched
_NEAR = 0.005  # a labelled total this close to its group in every cell is that group's, misprinted


def find_sums(  # noqa: PLR0913  # what is known beforehand comes in three kinds
    matrix: Matrix,
    labelled: Sequence[bool],
    *,
    subsets: bool = False,
    known: Sequence[Sum] = (),
    blocks: Sequence[Sum] = (),
    aside: Collection[int] = (),
) -> tuple[Sum, ...]:
    """Return the sums that the lines obey, `known` ones first, inner groups before those that contain them.

    `labelled` says of each line whether its label calls it a total. `subsets` also looks for groups that are not
    contiguous and for signed ones (meant for columns, which are few). `blocks` are parents with their parts, `aside`
    parts of others that no sum counts ("of which A"). Linear in the lines but for the length of blocks.
    """
    search = _Search(matrix, labelled, aside)
    for total in known:
        search.found.append(total)
        search.results.add(total.result)
    for total in blocks:
        search.take(total)
    # Totals that never fail come first: a shorter run of lines that holds in most numbers is often a part of one.
    while search.sweep(exact=True):
        pass
    search.sweep_nested()
    for near in (False, True):
        while search.sweep(near=near):
            pass
    search.sweep_partial()
    if subsets:
        search.sweep_subsets(signs=(0, 1))
        search.sweep_subsets(signs=(0, 1, -1))
    return tuple(search.found)


class _Search:
    """State of a search: which lines are already addends of which group, so that larger groups skip them."""

    def __init__(self, matrix: Matrix, labelled: Sequence[bool], aside: Collection[int]) -> None:
        self.matrix = matrix
        self.labelled = labelled
        self.size = len(matrix.values)
        self.found: list[Sum] = []
        self.results: set[int] = set()
        self.owner: dict[int, int] = {}
        open_lines = {line for line, _ in matrix.unknown}
        self.numbers = [
            line not in aside and (line in open_lines or any(value is not None for value in values))
            for line, values in enumerate(matrix.values)
        ]
        self.positive = [all((line[k] or 0) >= 0 for line in matrix.values) for k in range(len(matrix.exact))]
        self.coarsest = [max((line[k] for line in matrix.steps), default=0) for k in range(len(matrix.exact))]
        self.open = {evidence for _, evidence in matrix.unknown}

    def sweep(self, *, near: bool = False, exact: bool = False) -> bool:
        """Look once at every line as a result; tell whether a new sum was found."""
        before = len(self.found)
        for result in range(self.size):
            if result in self.results or not self.numbers[result] or (near and not self.labelled[result]):
                continue
            best = self._best(result, near=near, exact=exact)
            if best is not None:
                self.take(best)
                if near:
                    return True
        return len(self.found) > before

    def take(self, total: Sum) -> None:
        """Accept a sum: its addends belong to its result from now on."""
        self.found.append(total)
        self.results.add(total.result)
        self.matrix = with_implied(self.matrix, total)
        for line, _ in total.addends:
            self.owner.setdefault(line, total.result)

    def _best(self, result: int, *, near: bool, exact: bool) -> Sum | None:
        best: Sum | None = None
        best_key = (0.0, 0.0, 0.0)
        for step in (-1, 1):
            lines: list[int] = []
            running = [0] * len(self.matrix.exact)
            for line in self._walk(result, step):
                lines.append(line)
                for evidence, value in enumerate(self.matrix.values[line]):
                    running[evidence] += value or 0
                if self._exceeds(result, running, len(lines)):
                    break
                if len(lines) < 2 or not self._touches(result, running, len(lines), near=near):
                    continue
                total = Sum(result, tuple((other, 1) for other in sorted(lines)))
                fit = score(self.matrix, total)
                if near:
                    key = (0.0, 1 - fit.worst, 0.0)
                    near_enough = not fit.holds and fit.fails and fit.worst <= _NEAR
                    if near_enough and key > best_key and self._stands_out(result, lines, running):
                        best, best_key = total, key
                elif (
                    not self._known(total)
                    and not (exact and fit.fails)
                    and self._believed(result, fit, whole=self._is_whole(total), full=self._is_full(total))
                ):
                    whole = self.labelled[result] and not fit.fails and self._is_whole(total)
                    key = (float(whole), fit.bits - 2 * fit.fails, -float(len(lines)))
                    if best is None or key > best_key:
                        best, best_key = total, key
        return best

    def _stands_out(self, result: int, lines: list[int], running: list[int]) -> bool:
        """Tell whether the gap between a near sum and its result is too small for a line left out or counted twice."""
        walked = self._walk(result, 1 if lines[0] > result else -1)
        around = [*lines, *walked[len(lines) : len(lines) + 1]]
        for evidence, summed in enumerate(running):
            stated = self.matrix.values[result][evidence]
            if stated is None or all(self.matrix.values[line][evidence] is None for line in lines):
                continue
            gap = abs(stated - summed)
            numbers = [abs(self.matrix.values[line][evidence] or 0) for line in around]
            if gap and any(0 < number < 20 * gap for number in numbers):
                return False
        return True

    def _touches(self, result: int, running: list[int], count: int, *, near: bool) -> bool:
        """Tell quickly whether the running sums meet the result in any evidence, so that a score is worth its time."""
        for evidence, summed in enumerate(running):
            stated = self.matrix.values[result][evidence]
            if stated is None:
                continue
            gap = abs(stated - summed)
            if gap <= (count + 1) * self.matrix.steps[result][evidence]:
                return True
            if near and gap <= _NEAR * abs(stated):
                return True
        return False

    def _walk(self, result: int, step: int) -> list[int]:
        """Return the lines before or after `result` that are no addends of a group between, nearest first."""
        lines: list[int] = []
        limit = _MAX_LABELLED_BLOCK if self.labelled[result] else _MAX_BLOCK
        line = result + step
        while 0 <= line < self.size and len(lines) <= limit:
            owner = self.owner.get(line)
            if owner is None:
                if self.numbers[line]:
                    lines.append(line)
            elif owner == result or self._inside(owner, result, step):
                pass
            else:
                break
            line += step
        return lines

    def _inside(self, owner: int, result: int, step: int) -> bool:
        """Tell whether the group of `owner` lies on the walk's side of `result`, so that its parent stands for it."""
        return (owner - result) * step > 0

    def _exceeds(self, result: int, running: list[int], count: int) -> bool:
        """Tell whether sums of non-negative numbers are already past the result wherever both are printed."""
        over = 0
        for evidence, positive in enumerate(self.positive):
            stated = self.matrix.values[result][evidence]
            if not positive:
                return False
            if stated is None:
                continue
            if running[evidence] <= stated * 1.2 + self.matrix.steps[result][evidence] * count:
                return False
            over += 1
        return over > 0

    def _tries(self) -> float:
        return math.log10(2 * self.size * min(self.size, _MAX_BLOCK) + 1)

    def _believed(self, result: int, fit: Score, *, whole: bool = False, full: bool = False) -> bool:
        good = fit.holds + fit.rounded
        if not good:
            return False
        need = 3.5 + self._tries()
        if self.labelled[result]:
            if whole and not fit.fails:
                return fit.bits >= _WHOLE_BITS  # the label leaves no other sum to try
            mostly = fit.bits >= 2 + math.log10(self.size) and good >= 2 * fit.fails
            # A misprint of a part that its own row's total repeats makes two sums miss, a half of those of few columns.
            return mostly or (full and good >= fit.fails and fit.bits >= need + _SURER and all(self.positive))
        # One misprint among four columns is told where the others leave nothing to chance. Statements with signs are
        # left out: their flows and deviations do not add up as amounts do.
        surely = good >= 3 * fit.fails and fit.bits >= need + _SURER and all(self.positive)
        return fit.bits >= need and (good >= 5 * fit.fails or surely)

    def _is_whole(self, total: Sum) -> bool:
        """Tell whether a sum takes in every line that is no part of another."""
        lines = {line for line, _ in total.addends} | {total.result}
        return all(line in lines or line in self.owner or not self.numbers[line] for line in range(self.size))

    def _is_full(self, total: Sum) -> bool:
        """Tell whether every number of a sum is printed, so that no line is left out where it has none."""
        return all(value is not None for line, _ in total.addends for value in self.matrix.values[line])

    def sweep_nested(self) -> None:
        """Give labelled totals their group together with labelled parents in it whose own sums alone prove too little.

        A total that holds in every number, once the lines after each such parent are counted as its parts, proves them.
        """
        for result in range(self.size):
            if result in self.results or not self.labelled[result] or not self.numbers[result]:
                continue
            for step in (-1, 1):
                lines = sorted(self._walk(result, step))
                named = [line for line in lines if self.labelled[line] and line not in self.results]
                # Where no label tells, one line may sum those after it.
                sets = [named] if named else [[line] for line in lines if line not in self.results]
                fitting = [found for parents in sets for found in self._nested(result, lines, parents)]
                if len(fitting) == 1:
                    for total in fitting[0]:
                        self.take(total)
                    break

    def _nested(self, result: int, lines: Sequence[int], parents: Sequence[int]) -> list[tuple[Sum, ...]]:
        """Return the ways to give `parents` their parts so that `result` is the sum of what is left of `lines`."""
        choices = [self._blocks(parent, lines) for parent in parents]
        if not all(choices) or math.prod(map(len, choices)) > _MOST_NESTED:
            return []
        fitting = []
        for blocks in product(*choices):
            inner = [line for block in blocks for line in block]
            rest = sorted(set(lines) - set(inner))
            total = Sum(result, tuple((line, 1) for line in rest))
            fit = score(self.matrix, total)
            if len(set(inner)) == len(inner) and len(rest) > 1 and not fit.fails and self._believed(result, fit):
                parts = (
                    Sum(parent, tuple((line, 1) for line in block))
                    for parent, block in zip(parents, blocks, strict=True)
                )
                fitting.append((*parts, total))
        return fitting

    def _blocks(self, parent: int, lines: Sequence[int]) -> list[tuple[int, ...]]:
        """Return the runs of `lines`, ascending, right after `parent` that sum to it wherever it has a number."""
        found: list[tuple[int, ...]] = []
        block: list[int] = []
        running = [0] * len(self.matrix.exact)
        for place in range(bisect_right(lines, parent), len(lines)):
            line = lines[place]
            if self.labelled[line]:
                break
            block.append(line)
            running = [summed + (value or 0) for summed, value in zip(running, self.matrix.values[line], strict=True)]
            gaps = self._gaps(parent, running)
            if any(gap > self._slack(k, self.size) for k, gap in gaps if self.positive[k] and k not in self.open):
                break  # further lines only add to what fails already
            if not any(abs(gap) <= self._slack(k, len(block)) for k, gap in gaps):
                continue
            fit = score(self.matrix, Sum(parent, tuple((each, 1) for each in block)))
            sure = self.labelled[parent] or fit.bits >= _WHOLE_BITS
            if len(block) > 1 and fit.holds + fit.rounded and not fit.fails and sure:
                found.append(tuple(block))
        return found

    def _gaps(self, result: int, running: Sequence[int]) -> list[tuple[int, int]]:
        """Return each evidence in which `result` is printed and how far running sums are past it there."""
        stated = self.matrix.values[result]
        return [
            (k, summed - value)
            for k, (summed, value) in enumerate(zip(running, stated, strict=True))
            if value is not None and (result, k) not in self.matrix.implied
        ]

    def _slack(self, evidence: int, count: int) -> int:
        """Return the most by which rounding may make a sum of `count` addends miss."""
        return (count + 1) * self.coarsest[evidence] // 2

    def sweep_partial(self) -> None:
        """Give labelled totals without a sum the whole group before (or after) them, where a part of it holds."""
        for result in range(self.size):
            if result in self.results or not self.labelled[result] or not self.numbers[result]:
                continue
            for step in (-1, 1):
                lines = self._walk(result, step)
                cuts = [n for n, line in enumerate(lines) if self.labelled[line]]
                groups = [lines, *(lines[:cut] for cut in cuts), *(lines[: cut + 1] for cut in cuts)]
                fits = []
                for group in groups:
                    if len(group) < 2:
                        continue
                    total = Sum(result, tuple((line, 1) for line in sorted(group)))
                    fit = score(self.matrix, total)
                    unparted = any(self.labelled[line] and line not in self.results for line in group)
                    if fit.fails and unparted:
                        continue  # parts of another total may be counted twice
                    fits.append((fit, total))
                fits = [
                    (fit, total)
                    for fit, total in fits
                    if fit.holds and fit.worst < 0.5 and self._suffices(fit, total) and self._tells(fit, total)
                ]
                if fits:
                    _, total = max(fits, key=lambda pair: (pair[0].bits, -pair[0].worst))
                    self.take(total)
                    break

    def _tells(self, fit: Score, total: Sum) -> bool:
        """Tell whether chance would not explain a sum that fails in part; a near miss of the whole tells a little."""
        if self._is_whole(total) and fit.bits >= _WHOLE_PART_BITS:
            return True
        if fit.bits >= 3 or not self._is_whole(total) or fit.worst > _NEARLY:
            return fit.bits >= 3
        near = 0.0
        for evidence in range(len(self.matrix.exact)):
            result = outcome(self.matrix, total, evidence)
            if result.state == "fails":
                near += math.log10(max(abs(result.stated), 1) / abs(result.stated - result.expected))
        return fit.bits + near >= 3

    def _suffices(self, fit: Score, total: Sum) -> bool:
        """Tell whether a sum that fails in part is believed: mostly right, or over all lines and right in a third."""
        return fit.holds * (2 if self._is_whole(total) else 1) >= fit.fails

    def sweep_subsets(self, signs: tuple[int, ...]) -> None:
        """Find sums over lines that do not stand together, and signed ones; only for few lines."""
        if self.size > 14:
            return
        for result in range(self.size):
            if result in self.results or not self.numbers[result]:
                continue
            others = [line for line in range(self.size) if line != result and self.numbers[line]]
            best: Sum | None = None
            best_bits = 0.0
            if len(others) > 11:
                continue
            need = 3.5 + math.log10(self.size) + len(others) * math.log10(2)
            for total in self._subsets(result, others, signs):
                fit = score(self.matrix, total)
                good = fit.holds + fit.rounded
                if fit.bits >= need and good >= 3 * fit.fails and fit.bits > best_bits:
                    best, best_bits = total, fit.bits
            if best is not None:
                self.take(best)

    def _subsets(self, result: int, others: list[int], allowed: tuple[int, ...]) -> list[Sum]:
        """Return the candidates that hold in at least one of the evidences with most numbers."""
        dense = sorted(
            range(len(self.matrix.exact)),
            key=lambda k: -sum(1 for line in self.matrix.values if line[k]),
        )[:3]
        hits: list[Sum] = []
        if len(allowed) > 2 and len(others) > _SIGNED_BLOCK:
            return hits
        for signs in product(allowed, repeat=len(others)):
            used = [(line, sign) for line, sign in zip(others, signs, strict=True) if sign]
            if len(used) < 2 or all(sign < 0 for _, sign in used):
                continue
            # What is left of a total without its other parts is that total's sum again.
            if any(sign < 0 for _, sign in used) and any(self.labelled[line] for line, _ in used):
                continue
            for evidence in dense:
                stated = self.matrix.values[result][evidence]
                if stated is None:
                    continue
                if stated == sum(sign * (self.matrix.values[line][evidence] or 0) for line, sign in used):
                    hits.append(Sum(result, tuple(used)))
                    break
        return hits

    def _known(self, total: Sum) -> bool:
        """Tell whether the same equation, or one with lines that are blank here, was found with another result."""
        lines = {total.result, *(line for line, _ in total.addends)}
        return any(lines <= {known.result, *(line for line, _ in known.addends)} for known in self.found)
