"""What recovery gives of a document: tables and figures. Knows nothing of how; light, unlike what finds them."""

from dataclasses import dataclass

from ingest.table import Figure, Table


@dataclass(frozen=True, slots=True)
class Recovered:
    """`tables` in the order of their pages; `figures` are those of running text, in order."""

    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
