"""The rules that the text tables keep, each a small named function.

``medcheck data lint`` prints what :func:`run` finds. A row that is right although it breaks
a rule stands in ``waivers.tsv`` with the reason; a waiver that waives nothing is a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from medcheck.dataset import Dataset, Fault
from medcheck.lint import cells, retired, statements, vocabulary
from medcheck.lint.rule import Context, Rule

__all__ = ["RULES", "WAIVER", "Rule", "run"]

RULES: tuple[Rule, ...] = (
    cells.cell_present,
    cells.cell_value,
    cells.cell_form,
    cells.cell_text,
    cells.key_unique,
    cells.reference,
    cells.canonical_form,
    vocabulary.class_circle,
    vocabulary.membership_nearest,
    vocabulary.membership_denied,
    vocabulary.class_has_name,
    vocabulary.ingredient_has_name,
    vocabulary.code_unique,
    vocabulary.name_folds,
    vocabulary.name_collision,
    vocabulary.one_class,
    vocabulary.class_term_target,
    vocabulary.short_exact_only,
    vocabulary.word_not_in_text,
    vocabulary.ner_exact_only,
    vocabulary.name_not_drug,
    vocabulary.phrase_unique,
    vocabulary.confusion_order,
    statements.forbidden_word,
    statements.statement_sentence,
    statements.statement_duplicate,
    statements.figure_population,
    statements.locator_says_where,
    statements.conflict_two_sides,
    statements.state_test_source,
    statements.source_findable,
    statements.seed_sha256,
    retired.retired_id,
    retired.retired_replacement,
)
"""Every rule, in the order in which they run."""

WAIVER = "waiver-used"
"""The rule that every waiver names a rule and waives a fault; it cannot be waived."""


def run(dataset: Dataset, context: Context | None = None, rules: Sequence[Rule] = RULES) -> list[Fault]:
    """Every fault of the dataset, those of reading it included, in the order of files and lines.

    ``str()`` of a fault is ``names.tsv:12:3: what is wrong; expected what [rule]``. An empty
    list means that the dataset can be built. An overlay is checked in a ``context`` that knows
    the shipped ids, by the ``rules`` that hold for it.
    """
    context = context or Context(dataset)
    found = [fault for rule in rules for fault in rule.faults(context)]
    return sorted((*dataset.faults, *_without_waived(found, dataset, rules)))


def _without_waived(faults: Iterable[Fault], dataset: Dataset, rules: Sequence[Rule]) -> Iterator[Fault]:
    waivers = {(row["rule"], row["row"]): row for row in dataset.rows("waivers")}
    used = set()
    for fault in faults:
        if (fault.rule, fault.row) in waivers:
            used.add((fault.rule, fault.row))
        else:
            yield fault
    names = {rule.name for rule in rules}
    for waiver, row in waivers.items():
        if waiver[0] not in names:
            yield row.fault(
                WAIVER, "rule", f"no rule is called {waiver[0]!r}; expected one of {', '.join(sorted(names))}"
            )
        elif waiver not in used:
            yield row.fault(WAIVER, "row", f"{waiver[1]} does not break {waiver[0]}; expected no waiver")
