"""Words of most questions' frame that some labels have for their own: "kokonaismenot", "Finland". Knows no figures."""

from server.answering.figures.asked import Asked
from server.answering.figures.labels import LabelIndex
from server.answering.words.vocabulary import listed

_TOTAL_OF = ("kokonais", "yhteis", "total")


def labelled(asked: Asked, labels: LabelIndex) -> frozenset[int]:
    """Return the numbers of the words of the frame that are to be looked for in labels."""
    return _totals_of_labels(asked, labels) | _countries(asked, labels)


def _countries(asked: Asked, labels: LabelIndex) -> frozenset[int]:
    """Return the numbers of names that most questions have for their frame, where they are rows: "Finland's share"."""
    return frozenset(
        position
        for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True))
        if kind == "frame"
        and word.capitalised
        and (position or "'" in word.text)
        and word.text.partition("'")[0] in labels.row_labels
    )


def _totals_of_labels(asked: Asked, labels: LabelIndex) -> frozenset[int]:
    """Return the numbers of the words that say a total of something, as labels do: "kokonaismenot"."""
    return frozenset(
        position
        for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True))
        if kind == "frame"
        and word.text.casefold().startswith(_TOTAL_OF)
        and not any(listed(word, framing) for framing in ("totals", "frame", "wholes"))
        and not word.forms.isdisjoint(labels.literal)
    )
