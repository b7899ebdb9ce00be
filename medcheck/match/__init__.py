"""Finding the name that a misspelling, or a beginning, must mean; rapidfuzz is used only here."""

from medcheck.fragments import IndexedKey
from medcheck.match.closest import Candidate, Guard, MatchOutcome, NameIndex, closest, in_use_near
from medcheck.match.memory import MemoryIndex
from medcheck.match.phrases import Phrase, Phrases

__all__ = [
    "Candidate",
    "Guard",
    "IndexedKey",
    "MatchOutcome",
    "MemoryIndex",
    "NameIndex",
    "Phrase",
    "Phrases",
    "closest",
    "in_use_near",
]
