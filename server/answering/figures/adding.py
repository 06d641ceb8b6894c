"""Whether figures are amounts that sums and shares are made of. Knows nothing of questions."""

from ingest.table import Figure


def adds_up(figure: Figure) -> bool:
    """Whether a figure may be an addend, or a share of a total: no percentage, nor a rate that its table does not sum.

    What a service costs per resident is a part of what all services do; what a region spends per resident is none of
    what the whole country does.
    """
    rate = "/" in (figure.unit or "")
    return figure.unit != "%" and (not rate or figure.check == "reconciled")
