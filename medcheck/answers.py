"""From resolved parts to judged entries: what was read, what is documented about it.

``Answers`` remembers what it has judged, so that a name met a thousand times is judged once.
"""

from __future__ import annotations

from medcheck.assess import (
    JudgedClass,
    RememberedFacts,
    codes_of,
    judge_class,
    judge_ingredient,
    most_serious,
)
from medcheck.model import (
    Entry,
    Exposure,
    JudgedIngredient,
    LookAlike,
    Meaning,
    Method,
    Name,
    Resolution,
    Suggestion,
    Verdict,
)
from medcheck.resolve import ResolvedMeaning, ResolvedPart
from medcheck.store import Store
from medcheck.text import NormalizedName, normalize

__all__ = ["STOPPED", "Answers", "label_for"]

STOPPED = frozenset({Exposure.STOPPED, Exposure.TAPERING})
"""The exposures that ask about withdrawal."""

_US_LABELS = frozenset({"US", "CA"})
_BRANDED = frozenset({"brand", "combination", "substance"})
_CORRECTING = frozenset({Method.FUZZY, Method.TRUNCATED})
_MOST_READ = 20_000
"""Sets of ingredients whose judgement is kept."""

_MANY_ASKED = 200
"""Names asked for their look-alikes beyond which it is read once which names have any."""

_NEARLY = 'Spelled nearly as "{}" too, which is another medicine: check which is meant.'


def label_for(region: str | None, inn: str, us_name: str) -> str:
    """The name of an ingredient that people of a region know: the US name, or the INN elsewhere.

    >>> label_for("US", "paracetamol", "acetaminophen"), label_for("UK", "paracetamol", "acetaminophen")
    ('acetaminophen', 'paracetamol')
    """
    return us_name if us_name and (region is None or region in _US_LABELS) else inn


class Answers:
    """Judged entries from resolved parts, over one store; safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._facts = RememberedFacts(store)
        self._judged: dict[tuple[str, bool, str | None, bool], JudgedIngredient] = {}
        self._by_classes: dict[tuple[tuple[str, ...], bool], JudgedIngredient] = {}
        self._judged_classes: dict[tuple[str, bool], JudgedClass] = {}
        self._read: dict[tuple[str, tuple[str, ...], bool, str | None, bool, bool], Meaning] = {}
        self._confused: dict[str, tuple[tuple[str, str], ...]] = {}
        self._confusable: frozenset[str] | None = None
        self._spoken_of: frozenset[str] | None = None

    def judge(
        self, ingredient_id: str, stopped: bool, region: str | None, *, street: bool = False
    ) -> JudgedIngredient:
        """One ingredient with its findings and verdict; ``stopped`` asks about withdrawal.

        ``street``: it was typed by a street name, so nothing documented of treatment decides.
        """
        key = (ingredient_id, stopped, region, street)
        judged = self._judged.get(key)
        if judged is None:
            judged = self._judge(ingredient_id, stopped, region, street)
            rxcuis = self._store.rxcuis(ingredient_id)
            if rxcuis:
                judged = judged._replace(codes=judged.codes._replace(rxcui=rxcuis))
            self._judged[key] = judged
        return judged

    def _judge(self, ingredient_id: str, stopped: bool, region: str | None, street: bool) -> JudgedIngredient:
        """Ingredients of which nothing is said but what holds for their classes share one judgement."""
        row = self._facts.ingredient(ingredient_id)
        if row is None or street or self._has_own_facts(ingredient_id):
            return judge_ingredient(
                self._facts,
                ingredient_id,
                stopped=stopped,
                prescribed=not street,
                label=lambda inn, us_name: label_for(region, inn, us_name),
            )
        key = (row.class_ids, stopped)
        shared = self._by_classes.get(key)
        if shared is None:
            shared = self._by_classes[key] = judge_ingredient(self._facts, ingredient_id, stopped=stopped)
        label = label_for(region, ingredient_id, row.us_name)
        return shared._replace(id=ingredient_id, label=label, codes=codes_of(row))

    def _judge_class(self, class_id: str, stopped: bool) -> JudgedClass:
        judged = self._judged_classes.get((class_id, stopped))
        if judged is None:
            judged = judge_class(self._facts, class_id, stopped=stopped)
            self._judged_classes[class_id, stopped] = judged
        return judged

    def _has_own_facts(self, ingredient_id: str) -> bool:
        """Whether anything is said of the ingredient itself, also that it may stand for another.

        One that shares its id with a class is told apart from it by its label alone.
        """
        if self._spoken_of is None and len(self._judged) >= _MANY_ASKED:
            self._spoken_of = self._store.ingredients_spoken_of()
        of_it = ("ingredient", ingredient_id)
        return bool(
            (
                ingredient_id in self._spoken_of
                if self._spoken_of is not None
                else self._facts.associations(*of_it)
                or self._facts.pathways(*of_it)
                or self._facts.cautions(*of_it)
            )
            or self._facts.drug_class(ingredient_id)
            or any(ingredient_id in (row.subject, row.option) for row in self._facts.alternatives())
        )

    def entry(self, text: str, line: int, position: int, part: ResolvedPart, region: str | None) -> Entry:
        """One part of a line as an entry: its meanings judged, and how sure the reading is."""
        meanings = self.meanings(part, region)
        return Entry(
            input=text,
            line=line,
            part=position,
            resolution=resolution_of(meanings),
            exposure=part.exposure,
            verdict=_verdict_of(meanings),
            meanings=meanings,
            suggestions=() if meanings else self._suggestions(part, region),
            look_alikes=self._look_alikes(meanings, region),
            days_since=part.days_since,
            exposure_words=part.exposure_words,
            notes=(*part.notes, *self._remarks(part, meanings)),
            trace=part.trace,
        )

    def _remarks(self, part: ResolvedPart, meanings: tuple[Meaning, ...]) -> list[str]:
        """What else is to be known of a reading: doubts, why it is no medicine, whose local name it is."""
        said = [_NEARLY.format(m.read_as) for m in meanings[len(part.meanings) :]]
        if part.not_drug_reason:
            said.append(part.not_drug_reason)
        for meaning in part.meanings:
            if "local" in meaning.name.flags:
                source = self._store.source(meaning.name.source_id)
                local = f"local name ({source.title})" if source else "local name"
                if local not in said:
                    said.append(local)
        return said

    def meanings(self, part: ResolvedPart, region: str | None) -> tuple[Meaning, ...]:
        """Every meaning of a part, judged for its exposure; then doubts of which another thing is said."""
        stopped = part.exposure in STOPPED
        found = tuple([self._meaning(m, part.route, stopped, region) for m in part.meanings])
        if not part.doubts:
            return found
        said = {m.verdict for m in found}
        doubts = (self._meaning(m, part.route, stopped, region) for m in part.doubts)
        return found + tuple(m for m in doubts if m.verdict not in said)

    def _meaning(self, resolved: ResolvedMeaning, route: str, stopped: bool, region: str | None) -> Meaning:
        name, judged = resolved.name, self._judged_targets(resolved.name, stopped, region)
        return Meaning(
            name.name,
            name.kind,
            name.regions,
            resolved.method,
            resolved.score,
            judged.verdict,
            judged.ingredients,
            judged.findings,
            judged.class_id,
            judged.class_label,
            judged.strongest,
            judged.cautions,
            judged.except_members,
            resolved.read_as,
            name.variant,
            name.route or route,
            tuple(sorted(name.flags)) if name.flags else (),
            name.note,
            resolved.why,
            judged.conflicts,
            judged.alternatives,
        )

    def _judged_targets(self, name: Name, stopped: bool, region: str | None) -> Meaning:
        """What holds for every name of the same ingredients or class."""
        street, traces = "slang" in name.flags, "trace" in name.flags
        key = (name.target_kind, name.targets, stopped, region, street, traces)
        known = self._read.get(key)
        if known is None:
            of_class = name.target_kind == "class"
            known = self._of_class(name, stopped) if of_class else self._of_ingredients(name, stopped, region)
            if len(self._read) >= _MOST_READ:
                self._read.clear()
            self._read[key] = known
        return known

    def _of_class(self, name: Name, stopped: bool) -> Meaning:
        judged = self._judge_class(name.targets[0], stopped)
        return _unnamed(judged.verdict)._replace(
            findings=judged.findings,
            class_id=judged.class_id,
            class_label=judged.label,
            strongest=judged.strongest,
            cautions=judged.cautions,
            except_members=judged.except_members,
            conflicts=judged.conflicts,
            alternatives=judged.alternatives,
        )

    def _of_ingredients(self, name: Name, stopped: bool, region: str | None) -> Meaning:
        street = "slang" in name.flags
        ingredients = tuple(self.judge(i, stopped, region, street=street) for i in name.targets)
        if "trace" in name.flags:
            ingredients = tuple(_only_traces(i) for i in ingredients)
        verdict = most_serious(i.verdict for i in ingredients)
        strongest = next((i.strongest for i in ingredients if i.verdict is verdict), None)
        return _unnamed(verdict)._replace(ingredients=ingredients, strongest=strongest)

    def _means(self, name: Name, region: str | None) -> str:
        if name.target_kind == "class":
            drug_class = self._store.drug_class(name.targets[0])
            return drug_class.label if drug_class else name.targets[0]
        rows = ((i, self._store.ingredient(i)) for i in name.targets)
        return " + ".join(label_for(region, i, row.us_name if row else "") for i, row in rows)

    def _suggestions(self, part: ResolvedPart, region: str | None) -> tuple[Suggestion, ...]:
        found = []
        for candidate in part.suggestions:
            names = self._store.names(candidate.key.key)
            means = dict.fromkeys(self._means(n, region) for n in names)
            shown = names[0].name if names else candidate.key.key
            found.append(Suggestion(shown, " or ".join(means), round(candidate.similarity, 4)))
        return tuple(found)

    def _look_alikes(self, meanings: tuple[Meaning, ...], region: str | None) -> tuple[LookAlike, ...]:
        """Names that regulators warn are confused with this one and that are documented otherwise.

        A pair is about two names as they are written: a generic name's pair is no warning on a brand.
        """
        found: dict[str, LookAlike] = {}
        for meaning in meanings:
            spoken = {normalize(meaning.name)}
            if meaning.kind not in _BRANDED and len(meaning.ingredients) == 1:
                spoken.add(normalize(meaning.ingredients[0].label))
            if self._confusable is not None and self._confusable.isdisjoint(spoken):
                continue
            pairs = [pair for key in sorted(spoken) for pair in self._confusions(key)]
            if not pairs:
                continue
            taken = most_serious(self.judge(i.id, False, region).verdict for i in meaning.ingredients)
            for other, source_id in pairs:
                names = [n for n in self._store.names(normalize(other)) if n.target_kind == "ingredients"]
                verdict = most_serious(self.judge(i, False, region).verdict for n in names for i in n.targets)
                if names and verdict is not taken:
                    means = " or ".join(dict.fromkeys(self._means(n, region) for n in names))
                    found.setdefault(other, LookAlike(other, means, verdict, source_id))
        return tuple(found.values())

    def _confusions(self, key: NormalizedName) -> tuple[tuple[str, str], ...]:
        known = self._confused.get(key)
        if known is None:
            if len(self._confused) >= _MANY_ASKED and self._confusable is None:
                self._confusable = frozenset(self._store.confused_keys())
            known = self._confused[key] = self._store.confusions(key)
        return known


def _verdict_of(meanings: tuple[Meaning, ...]) -> Verdict | None:
    """The most serious of the meanings; None where there is none."""
    if len(meanings) == 1:
        return meanings[0].verdict
    return most_serious(m.verdict for m in meanings) if meanings else None


def _unnamed(verdict: Verdict) -> Meaning:
    return Meaning("", "", (), Method.EXACT, 1.0, verdict, ())


def _only_traces(judged: JudgedIngredient) -> JudgedIngredient:
    """An ingredient of which the product holds only traces: nothing is said of its effect."""
    return judged._replace(
        verdict=Verdict.UNDOCUMENTED,
        strongest=None,
        effects=(),
        cautions=(),
        findings=(),
        conflicts=(),
        alternatives=(),
    )


def resolution_of(meanings: tuple[Meaning, ...]) -> Resolution:
    """Ambiguous when the meanings differ in verdict or the answer depends on the pack."""
    if not meanings:
        return Resolution.UNRECOGNISED
    resolution = Resolution.EXACT
    for meaning in meanings:
        if meaning.verdict is not meanings[0].verdict or "depends_on_pack" in meaning.flags:
            return Resolution.AMBIGUOUS
        if meaning.method in _CORRECTING:
            resolution = Resolution.CORRECTED
    return resolution
