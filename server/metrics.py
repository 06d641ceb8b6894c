"""Counts and durations in the text format that Prometheus reads. Knows nothing of what is counted.

Format: https://prometheus.io/docs/instrumenting/exposition_formats/
"""

import threading
from collections import Counter

# Upper bounds in seconds: fine around the 60 ms that an answer should take.
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

Labels = tuple[tuple[str, str], ...]


class Metrics:
    """Counters and histograms of one process; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counters: Counter[tuple[str, Labels]] = Counter()
        self._buckets: Counter[tuple[str, Labels, int]] = Counter()
        self._sums: dict[tuple[str, Labels], float] = {}

    def count(self, name: str, **labels: str) -> None:
        """Add one to a counter."""
        with self._lock:
            self._counters[name, tuple(sorted(labels.items()))] += 1

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """Add a duration to a histogram."""
        key = (name, tuple(sorted(labels.items())))
        bucket = next((number for number, bound in enumerate(_BUCKETS) if seconds <= bound), len(_BUCKETS))
        with self._lock:
            self._buckets[*key, bucket] += 1
            self._sums[key] = self._sums.get(key, 0.0) + seconds

    def text(self, gauges: dict[str, float]) -> str:
        """Return all that was counted, and `gauges` as they are now."""
        with self._lock:
            counters, buckets, sums = dict(self._counters), dict(self._buckets), dict(self._sums)
        lines: list[str] = []
        for name in sorted({name for name, _ in counters}):
            lines.append(f"# TYPE {name} counter")
            lines += [f"{name}{_labels(key[1])} {counters[key]}" for key in sorted(counters) if key[0] == name]
        for name in sorted({name for name, _ in sums}):
            lines.append(f"# TYPE {name} histogram")
            for key in sorted(key for key in sums if key[0] == name):
                total = 0
                for number, bound in enumerate((*_BUCKETS, "+Inf")):
                    total += buckets.get((*key, number), 0)
                    lines.append(f"{name}_bucket{_labels((*key[1], ('le', str(bound))))} {total}")
                lines += [f"{name}_sum{_labels(key[1])} {sums[key]:.6f}", f"{name}_count{_labels(key[1])} {total}"]
        for name, value in sorted(gauges.items()):
            lines += [f"# TYPE {name} gauge", f"{name} {value:g}"]
        return "\n".join(lines) + "\n"


def _labels(labels: Labels) -> str:
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in labels) + "}" if labels else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
