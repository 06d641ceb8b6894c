"""Terms of three languages and the frame of questions, from `data/lexicon.toml` and `data/questions.toml`.

Gives words and labels the keys by which they meet: "w:avustus" (a base form), "c:grant" (a concept that words of three
languages share), "n:" and the key of a name, "#1" (an ordinal). Knows nothing of the corpus.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from index.lemmas import compound_parts
from server.answering.words.across import keys_in
from server.answering.words.names import DATA, mentions_in, names, single_words
from server.answering.words.opposites import in_whole_words
from server.answering.words.phrases import PhraseTree
from server.answering.words.word import Word, forms_of, is_known, words_of

_SHORTEST_PART = 4
_SHORTEST_TAIL = 4
_ORDINAL = re.compile(r"(\d+)\.$|^(\d{1,2})$|^[Qq]([1-4])$")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`concepts` by base form, `parts` (base forms a compound may be made of) and the phrases of several words."""

    concepts: dict[str, frozenset[str]]
    phrases: PhraseTree


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    with (DATA / "lexicon.toml").open("rb") as file:
        entries: dict[str, list[str]] = tomllib.load(file)["concepts"]
    concepts: dict[str, set[str]] = {}
    phrases = PhraseTree()
    for concept, terms in entries.items():
        for term in " ".join(terms).split():
            if "_" in term:
                phrases.add(term.casefold().split("_"), f"c:{concept}")
            else:
                concepts.setdefault(term.casefold(), set()).add(f"c:{concept}")
    return Lexicon({form: frozenset(keys) for form, keys in concepts.items()}, phrases)


@cache
def wording() -> dict[str, dict[str, object]]:
    """Return the data of `questions.toml`."""
    with (DATA / "questions.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words_listed(*path: str) -> frozenset[str]:
    """Return the words of a list of `questions.toml`, over all languages where the path names none."""
    node: object = wording()
    for step in path:
        assert isinstance(node, dict)
        node = node[step]
    texts = node.values() if isinstance(node, dict) else [node]
    return frozenset(word for text in texts if isinstance(text, str) for word in text.casefold().split())


def listed(word: Word, *path: str) -> bool:
    """Whether one of the forms of `word` stands in a list of `questions.toml`."""
    return not word.forms.isdisjoint(words_listed(*path))


@lru_cache(maxsize=100_000)
def keys_of_form(form: str) -> frozenset[str]:
    """Return the keys of one base form: itself and its concepts."""
    return lexicon().concepts.get(form, frozenset()) | {f"w:{form}"}


@lru_cache(maxsize=100_000)
def parts_of(form: str) -> tuple[frozenset[str], ...]:
    """Return the keys of each part of a compound, empty where `form` is none that the lexicon can take apart."""
    known = lexicon().concepts
    if "-" in form:
        hyphened = [piece for piece in form.split("-") if piece]
        sums = words_listed("grant") | words_listed("money") | words_listed("totals")
        funds = hyphened[-1] in sums | words_listed("kinds", "programme")
        keys: list[frozenset[str]] = []
        for piece in hyphened:
            own = _keys_of_piece(piece) | (_programme(piece) if funds else frozenset())
            keys += (piece not in known and parts_of(piece)) or (own,)
        return tuple(keys) if len(hyphened) > 1 else ()
    for cut in range(_SHORTEST_PART, len(form) - _SHORTEST_TAIL + 1):
        head, tail = form[:cut], form[cut:]
        if known.keys().isdisjoint(forms_of(tail) if len(tail) > _SHORTEST_TAIL else {tail}):
            continue
        # Swedish compounds have "skatte", "hälso" and "gatu" for "skatt", "hälsa" and "gata".
        joined = {head[:-1], f"{head[:-1]}a"} if head[-1] in "eou" else set[str]()
        heads = [base for base in forms_of(head, ("fi",)) | {head.removesuffix("s")} | joined if base in known]
        if heads:
            return (frozenset().union(*(keys_of_form(base) for base in heads)), _keys_of_piece(tail))
    pieces = compound_parts(form)
    return tuple(_keys_of_piece(piece) for piece in pieces) if len(pieces) > 1 else ()


def _keys_of_piece(piece: str) -> frozenset[str]:
    if piece in lexicon().concepts:
        return keys_of_form(piece)
    return frozenset().union(*(keys_of_form(form) for form in forms_of(piece)))


def _programme(piece: str) -> frozenset[str]:
    """Return the key of the programme that a compound's part names: "Kaste-hankkeet" are of that programme."""
    key = single_words().get(piece)
    return frozenset({key}) if key is not None and names()[key[2:]].kind == "programme" else frozenset()


def is_name_like(word: Word) -> bool:
    """Whether the word is a compound name ("Ylä-Vuoksi"), whose parts are other names."""
    head, _, tail = word.text.partition("-")
    return bool(head and tail) and head[0].isupper() and tail[0].isupper()


def word_keys(word: Word) -> frozenset[str]:
    """Return the keys of a word itself, without those of its parts."""
    ordinal = _ORDINAL.search(word.text)
    if ordinal:
        number = next(filter(None, ordinal.groups()))
        return frozenset({f"#{number}", f"w:{word.text}"})
    ordinals = wording()["ordinals"]
    keys = {f"#{ordinals[form]}" for form in word.forms if form in ordinals}
    return frozenset().union(keys, *(keys_of_form(form) for form in word.forms))


def word_parts(word: Word) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return each way to take the word apart, as keys of its parts.

    A part that stands in another one, too, would be met by that one alone: income and tax income are not income tax.
    """
    if is_name_like(word):
        return ()
    found = {parts for form in sorted(word.forms) if (parts := parts_of(form))}
    return tuple(parts for parts in found if not _says_twice(parts))


def _says_twice(parts: tuple[frozenset[str], ...]) -> bool:
    """Whether a part of a compound is also a part of the part behind it."""
    inner = [key[2:] for key in parts[-1] if key.startswith("w:")]
    within = frozenset[str]().union(*(keys for form in inner for keys in parts_of(form)))
    return any(not keys.isdisjoint(within) for keys in parts[:-1])


@lru_cache(maxsize=100_000)
def label_words(label: str, *, parts: bool = True) -> tuple[frozenset[str], ...]:
    """Return for each word of a label all keys that it answers to: its own, its parts', its phrases' and names'."""
    words = words_of(in_whole_words(label))
    keys = [set(word_keys(word)) for word in words]
    for word, known in zip(words, keys, strict=True):
        known.update(f"w:{verb}" for form in word.forms if (verb := _doing(form)))
        if not any(key.startswith("c:") for key in known):
            known.update(keys_in(word.text.casefold()))
        for pieces in word_parts(word) if parts else ():
            known.update(*pieces)
    for start in range(len(words)):
        for end, found in lexicon().phrases.found_at(words, start):
            for position in range(start, end):
                keys[position] |= found
    for mention in mentions_in(words):
        for position in range(mention.start, mention.end):
            if mention.end - mention.start == 1 and is_name_like(words[position]):
                keys[position] = {key for key in keys[position] if key.startswith("w:")}
            keys[position] |= mention.keys
    return tuple(frozenset(known) for known in keys)


def _doing(form: str) -> str | None:
    """Return the Finnish verb of a noun of action that is made of it with "-us": "kuljettaa" of "kuljetus"."""
    stem = form[:-2]
    if form.endswith("us") and stem.endswith("t") and len(stem) >= _SHORTEST_PART:
        verb = f"{stem}aa" if stem.endswith("st") else f"{stem}taa"
    elif form.endswith("ys") and stem.endswith("t") and len(stem) >= _SHORTEST_PART:
        verb = f"{stem}ää" if stem.endswith("st") else f"{stem}tää"
    else:
        return None
    return verb if is_known(verb) else None


@lru_cache(maxsize=100_000)
def label_keys(label: str) -> frozenset[str]:
    """Return all keys of a label."""
    return frozenset().union(*label_words(label))


def keys_beside_programmes(label: str) -> frozenset[str]:
    """Return the keys of a label but for those of the programmes that it names and of the word for one."""
    words = words_of(label)
    programmes = {
        position
        for mention in mentions_in(words)
        if any(names()[key[2:]].kind == "programme" for key in mention.keys)
        for position in range(mention.start, mention.end)
    }
    kept = [
        keys
        for position, keys in enumerate(label_words(label))
        if position not in programmes and not listed(words[position], "kinds", "programme")
    ]
    return frozenset().union(*kept)
