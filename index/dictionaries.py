"""Base forms of words by simplemma's dictionaries of Finnish, Swedish and English.

The dictionaries are kept on disk as tries, made at first use (about 10 s): from then on they open in milliseconds and
take 40 MB of memory, where the lists themselves take 5 s and 500 MB. Knows nothing of compounds: see `index.lemmas`.
"""

from functools import cache
from unicodedata import normalize

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

from index.settings import settings_from_environment

LANGUAGES = ("fi", "sv", "en")


def base_form(word: str, language: str) -> str:
    """Return the base form of `word` in one of `LANGUAGES`: as the dictionary has it or as the word's ending tells."""
    return str(_lemmatizer().lemmatize(word, lang=language))


def is_listed(word: str, *languages: str) -> bool:
    """Return whether the dictionary of one of `languages` has `word`; upper and lower case tell words apart."""
    lookup = DictionaryLookupStrategy(_tries())
    composed = normalize("NFC", word)
    return any(lookup.get_lemma(composed, language) is not None for language in languages)


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_tries()))


@cache
def _tries() -> TrieDictionaryFactory:
    return TrieDictionaryFactory(disk_cache_dir=str(settings_from_environment().cache / "dictionaries"))
