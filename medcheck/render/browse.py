"""Lines for looking around in the dataset: one name, the class tree, the sources, the factors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from medcheck.model import (
    ClassProfile,
    Conflict,
    Description,
    DrugClass,
    Effect,
    Exposure,
    Factor,
    Finding,
    IngredientProfile,
    Option,
    Resolution,
    Source,
    Verdict,
)
from medcheck.render import wording
from medcheck.render.entry import entry_lines
from medcheck.render.explain import finding_lines
from medcheck.render.layout import Line, visible
from medcheck.render.subjects import Subject, deciding, subject_of
from medcheck.render.weigh import conflict_lines, option_lines

__all__ = ["class_tree_lines", "description_lines", "factor_lines", "source_in_short", "source_list_lines"]

_MOST_MEMBERS = 60


def description_lines(described: Description) -> Iterator[Line]:
    """All meanings of a name, then every ingredient and class behind it with every statement."""
    entry = described.entry
    if entry.resolution is Resolution.UNRECOGNISED:
        yield from entry_lines(entry)
        return
    yield Line("title", visible(described.query).strip(), 0)
    for meaning in entry.meanings:
        where = wording.in_regions(meaning.regions)
        what = meaning.class_label or " + ".join(i.label for i in meaning.ingredients)
        extra = ", ".join(x for x in (meaning.kind.replace("_", " "), meaning.variant, where) if x)
        read_as = f"read as {meaning.read_as}: " if meaning.read_as else ""
        yield Line("body", f"{read_as}{meaning.name} = {what} ({extra})", 3, 3)
        if meaning.note:
            yield Line("quiet", f"Note: {visible(meaning.note)}", 6)
    for note in entry.notes:
        yield Line("note", visible(note))
    for ingredient in described.ingredients:
        yield Line("blank", "", 0)
        yield from _ingredient(ingredient)
    for profile in described.classes:
        yield Line("blank", "", 0)
        yield from _class(profile)


def _paths(paths: Sequence[Sequence[str]]) -> Iterator[Line]:
    for path in paths:
        yield Line("quiet", f"Class: {' > '.join(path)}", 3, 3)


def _ingredient(profile: IngredientProfile) -> Iterator[Line]:
    judged, row = profile.judged, profile.ingredient
    also = f" (INN: {row.ingredient_id})" if row.ingredient_id != judged.label else ""
    us = f" (US: {row.us_name})" if row.us_name and row.us_name != judged.label else ""
    yield Line("title", f"{judged.label}{also}{us}", 0)
    said = wording.verdict_sentence(
        judged.verdict, judged.strongest, label=judged.label, deciding=deciding(subject_of(judged))
    )
    yield Line(f"verdict:{judged.verdict}", said)
    for words in wording.caution_words(judged.cautions, verdict=judged.verdict, exposure=Exposure.UNKNOWN):
        yield Line("caution", words)
    yield from _paths(profile.paths)
    codes = judged.codes
    numbers = [("UNII", codes.unii), ("DrugBank", codes.drugbank), ("ATC", ", ".join(codes.atc)),
               ("RxCUI", ", ".join(codes.rxcui))]  # fmt: skip
    known = "; ".join(f"{name} {value}" for name, value in numbers if value)
    if known:
        yield Line("quiet", known)
    yield from _all_statements(judged.findings)
    yield from _weighed(judged.conflicts, judged.alternatives)


def _class(profile: ClassProfile) -> Iterator[Line]:
    yield Line("title", f"{profile.drug_class.label} (class {profile.drug_class.class_id})", 0)
    if profile.drug_class.definition:
        yield Line("body", profile.drug_class.definition)
    subject = Subject(
        profile.drug_class.class_id,
        profile.drug_class.label,
        is_class=True,
        verdict=profile.verdict,
        strongest=profile.strongest,
        cautions=profile.cautions,
        findings=profile.findings,
    )
    said = wording.verdict_sentence(
        profile.verdict, profile.strongest, label=subject.label, deciding=deciding(subject)
    )
    yield Line(f"verdict:{profile.verdict}", said)
    for words in wording.caution_words(profile.cautions, verdict=profile.verdict, exposure=Exposure.UNKNOWN):
        yield Line("caution", words)
    yield from _paths(profile.paths)
    if profile.children:
        yield Line("quiet", f"Holds the classes: {', '.join(profile.children)}", 3, 3)
    yield from _members(profile)
    yield from _all_statements(profile.findings)
    yield from _weighed(profile.conflicts, profile.alternatives)


def _members(profile: ClassProfile) -> Iterator[Line]:
    """The members, those documented otherwise than their class named with their verdict."""
    otherwise = [(m, v) for m, v in profile.members if v != profile.verdict]
    alike = [m for m, v in profile.members if v == profile.verdict]
    by_verdict: dict[str, list[str]] = {}
    for member, verdict in otherwise:
        by_verdict.setdefault(verdict, []).append(member)
    for verdict in Verdict:
        members = by_verdict.get(verdict)
        if members:
            yield Line("note", f"Documented otherwise ({wording.SHORT[verdict]}): {_named(members)}", 3, 3)
    if alike:
        yield Line("quiet", f"Members judged as the class: {_named(alike)}", 3, 3)


def _named(members: Sequence[str]) -> str:
    more = len(members) - _MOST_MEMBERS
    return ", ".join(members[:_MOST_MEMBERS]) + (f" and {more} more" if more > 0 else "")


def _all_statements(findings: Sequence[Finding]) -> Iterator[Line]:
    """Direct statements, then alternatives, then what may matter indirectly."""
    direct = [f for f in findings if f.hop is None and f.effect != Effect.PREFERRED_ALTERNATIVE]
    named = [f for f in findings if f.effect == Effect.PREFERRED_ALTERNATIVE]
    indirect = [f for f in findings if f.hop is not None]
    yield Line("title", "What is documented:")
    yield from finding_lines(direct)
    if named:
        yield Line("title", "Named as less likely to affect RLS (a question for the prescriber):")
        yield from finding_lines(named)
    if indirect:
        yield Line("title", "May matter indirectly:")
        yield from finding_lines(indirect)


def _weighed(conflicts: Sequence[Conflict], options: Sequence[Option]) -> Iterator[Line]:
    """Where sources disagree, and what to ask the prescriber or pharmacist about."""
    if conflicts:
        yield Line("title", "Where sources disagree:")
        yield from conflict_lines(conflicts)
    if options:
        yield Line("title", "Questions for the prescriber or pharmacist:")
        yield from option_lines(options)


def class_tree_lines(
    classes: Iterable[DrugClass], members: Mapping[str, int], statements: Mapping[str, int]
) -> Iterator[Line]:
    """The class tree with the numbers of members and of statements; a class stands under each parent."""
    classes = tuple(classes)
    known = {c.class_id for c in classes}
    below: dict[str, list[DrugClass]] = {}
    for drug_class in classes:
        parents = [p for p in drug_class.parent_ids if p in known] or [""]
        for parent in parents:
            below.setdefault(parent, []).append(drug_class)
    shown: set[str] = set()

    def branch(parent: str, depth: int) -> Iterator[Line]:
        for drug_class in sorted(below.get(parent, ()), key=lambda c: c.class_id):
            again = drug_class.class_id in shown
            shown.add(drug_class.class_id)
            yield Line("body", _class_row(drug_class, members, statements, again), 2 * depth, 4)
            if not again:
                yield from branch(drug_class.class_id, depth + 1)

    total = wording.count(len(classes), "class", "classes")
    yield Line("title", f"{total}. Describe one with `medcheck describe CLASS`.", 0)
    yield Line("blank", "", 0)
    yield from branch("", 0)


def _class_row(
    drug_class: DrugClass, members: Mapping[str, int], statements: Mapping[str, int], again: bool
) -> str:
    inside = wording.count(members.get(drug_class.class_id, 0), "member")
    said = wording.count(statements.get(drug_class.class_id, 0), "statement")
    see = " (its classes are shown above)" if again else ""
    return f"{drug_class.class_id}: {drug_class.label} ({inside}, {said}){see}"


def source_list_lines(sources: Iterable[Source]) -> Iterator[Line]:
    """Every source in short, grouped by the grade of its kind."""
    sources = tuple(sources)
    yield Line("title", f"{wording.count(len(sources), 'source')}. See one with `medcheck sources ID`.", 0)
    groups: dict[str, list[Source]] = {}
    for source in sources:
        groups.setdefault(wording.grade(source.kind), []).append(source)
    order = list(dict.fromkeys((*wording.GRADES.values(), *sorted(groups))))
    for kind in order:
        if kind not in groups:
            continue
        yield Line("blank", "", 0)
        yield Line("title", kind, 0)
        for source in sorted(groups[kind], key=lambda s: (-(s.year or 0), s.source_id)):
            yield Line("body", f"{source.source_id}: {source_in_short(source)}", 2, 2)


def source_in_short(source: Source) -> str:
    """Who, what and when."""
    who = f"{source.authors_or_org}: " if source.authors_or_org else ""
    return f"{who}{source.title}, {source.year or 'no date'}"


def factor_lines(factors: Iterable[Factor]) -> Iterator[Line]:
    """What other than medicines the documents name, each with their statements."""
    groups: dict[str, list[Factor]] = {}
    for factor in factors:
        groups.setdefault(factor.label, []).append(factor)
    yield Line(
        "title",
        f"{wording.count(len(groups), 'thing')} other than medicines that five patient web pages name. "
        "Lay web pages are the weakest kind of source.",
        0,
    )
    sides = (
        ("May trigger or worsen RLS", (Effect.MAY_TRIGGER, Effect.MAY_WORSEN)),
        ("May help", (Effect.TREATS,)),
        ("Other", tuple(e for e in Effect if e not in _USUAL)),
    )
    for heading, effects in sides:
        chosen = {k: [f for f in rows if f.effect in effects] for k, rows in groups.items()}
        chosen = {k: rows for k, rows in chosen.items() if rows}
        if chosen:
            yield Line("blank", "", 0)
            yield Line("title", heading, 0)
        for label in sorted(chosen, key=str.casefold):
            yield Line("head", label, 2)
            for factor in chosen[label]:
                place = f"{factor.source_id}, {factor.locator}"
                yield Line("statement", f"- {factor.statement} [{place}]", 4, 2)


_USUAL = frozenset({Effect.MAY_TRIGGER, Effect.MAY_WORSEN, Effect.TREATS})
