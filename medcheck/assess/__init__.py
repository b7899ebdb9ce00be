"""From meanings to findings to verdicts: the rules of meaning, as pure functions.

``levels`` says how far a class is from an ingredient, ``verdict`` holds the rules that draw a
headline from findings, ``judge`` gathers the findings of an ingredient or a class word,
``pathways`` what may matter indirectly, ``disagreement`` the claims on which sources differ,
``options`` what to ask the prescriber about, ``together`` what is true of a list as a whole,
``remembered`` keeps what was asked of the facts.
"""

from medcheck.assess.facts import Facts
from medcheck.assess.judge import JudgedClass, codes_of, judge_class, judge_ingredient
from medcheck.assess.remembered import RememberedFacts
from medcheck.assess.together import list_findings
from medcheck.assess.verdict import VERDICT_ORDER, most_serious

__all__ = [
    "VERDICT_ORDER",
    "Facts",
    "JudgedClass",
    "RememberedFacts",
    "codes_of",
    "judge_class",
    "judge_ingredient",
    "list_findings",
    "most_serious",
]
