"""Which names in a line count, misspelled ones included."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, Final

from medcheck.english import is_word
from medcheck.resolve.another_pack import numbered, strange_brand, unlisted
from medcheck.resolve.extensions import tail
from medcheck.resolve.reactions import of_persons, with_reactions
from medcheck.resolve.shelf import is_shelf_word
from medcheck.resolve.short_forms import in_lists, unread
from medcheck.resolve.spans import Hit, find_hits
from medcheck.resolve.unknown import SHORTEST_UNKNOWN, TYING, LineOfWords
from medcheck.resolve.vitamins import with_vitamins
from medcheck.resolve.without import holds, why_without
from medcheck.sig.words import EXTENSIONS, GIVEN_NAMES, TITLES, after_drug_reason, before_drug_reason
from medcheck.text import normalize

if TYPE_CHECKING:
    from medcheck.match import Phrase

__all__ = ["NamedLine"]

_SHORT_TITLES: Final = ("dr", "mr", "mrs", "ms", "prof")


class NamedLine(LineOfWords):
    """One line on its way: words, cues, and where each name is."""

    # --- which names count --------------------------------------------------------------

    def find_names(self) -> None:
        """The names that count, misspelled ones included, in the order of the line."""
        found = with_vitamins(self.tokens, find_hits(self.tokens, self.lookup), self.lookup)
        found, allergies = of_persons(self.tokens, self.text, found, self.lookup)
        before = frozenset(self.cues)
        self.cues = with_reactions(self.tokens, found, self.store, self.cues, allergies)
        self.harmed = {c.first for c in self.cues if c not in before or c in allergies}
        shelf = {c.first for c in self.cues if is_shelf_word(self.tokens, self.text, c, found)}
        self.cues = tuple(c for c in self.cues if c.first not in shelf)
        self._mark(found)
        self._recategorize(shelf, "extension")
        self.excluded = [hit for hit in found if why_without(self.tokens, hit)]
        absent = {at for hit in self.excluded for at in range(hit.first, hit.last)}
        self._recategorize(absent, "absent")
        found = [hit for hit in found if not self._is_finding(hit) and not self._is_person(hit)]
        named = {at for hit in found for at in range(hit.first, hit.last)}
        self.hits = [hit for hit in found if self._counts(hit, found, named)]
        unsure = self._reread()
        tied = any(t.joiner in TYING for t in self.tokens)
        if tied:
            self.hits = in_lists(self.tokens, self.text, self.hits, self.store)
        self._extend()
        covered = {at for hit in self.hits for at in range(hit.first, hit.last)}
        self.understood = not any(t.is_word and at not in covered for at, t in enumerate(self.tokens))
        if not self.understood:
            self._guess()
        if tied:
            self._note_unread()
        self._go_on()
        self._doubt(unsure)
        self.hits.sort(key=lambda hit: hit.first)

    def _recategorize(self, places: Container[int], category: str) -> None:
        if places:
            self.tokens = tuple(
                t._replace(category=category) if at in places else t for at, t in enumerate(self.tokens)
            )

    def _mark(self, found: Sequence[Hit]) -> None:
        """Give the words of cues, and of "for ..." after a name, their categories."""
        named = {at for hit in found for at in range(hit.first, hit.last)}
        changed: dict[int, str] = {}
        for cue in self.cues:
            changed.update(
                dict.fromkeys((at for at in range(cue.first, cue.last) if at not in named), "status")
            )
        seen_for: int | None = None
        for at, token in enumerate(self.tokens):
            if token.key == "for" and at not in named and any(hit.last <= at for hit in found):
                seen_for = token.piece
            elif at in named:
                seen_for = None
            elif seen_for == token.piece and token.is_word and at not in changed:
                changed[at] = "indication"
        if changed:
            self.tokens = tuple(
                t._replace(category=changed[i]) if i in changed else t for i, t in enumerate(self.tokens)
            )

    def _is_finding(self, hit: Hit) -> bool:
        """A test named after the medicine ("lithium level"), or what a product does not hold."""
        first, reason = self.tokens[hit.first], None
        if hit.last < len(self.tokens):
            following = self.tokens[hit.last]
            if following.bracket == first.bracket and following.joiner in ("", "-", ","):
                reason = after_drug_reason(following.key)
        if hit.first > 0 and self.tokens[hit.first - 1].clause == first.clause:
            reason = reason or before_drug_reason(self.tokens[hit.first - 1].key)
        reason = reason or why_without(self.tokens, hit)
        if reason is not None:
            self.reason = reason
        return reason is not None

    def _is_person(self, hit: Hit) -> bool:
        """A brand after a title or a given name, and nothing that speaks of a medicine."""
        if hit.first != 1 or hit.generic or hit.is_class:
            return False
        before, token = self.tokens[0], self.tokens[1]
        if token.joiner or any(not t.is_word for t in self.tokens[hit.last :]):
            return False
        if before.key in TITLES and (before.key in _SHORT_TITLES or token.text[:1].isupper()):
            self.reason = f'a person, not a medicine: "{before.text}"'
            return True
        if hit.last < len(self.tokens) or not before.is_word or not before.key.isalpha():
            return False
        if not (before.text.istitle() and token.text.istitle()):
            return False
        return before.key in GIVEN_NAMES or self._is_strange(before.key)

    def _is_strange(self, word: str) -> bool:
        return len(word) >= SHORTEST_UNKNOWN and not is_word(word) and not self.guesser.is_near(word)

    def _reread(self) -> list[Phrase]:
        """Put a name of several words with a slip in one in the place of the shorter names in it.

        Gives the names that the line may spell but that are not certain.
        """
        unsure = []
        for phrase in self.guesser.phrases(self.tokens, self.hits):
            inside = self._inside(phrase)
            whole = self.guesser.phrase_hit(phrase)
            if whole is None:
                unsure.append(phrase)
            elif all(whole.first <= hit.first and hit.last <= whole.last for hit in inside):
                self.hits = [*(hit for hit in self.hits if hit not in inside), whole]
        self.hits.sort(key=lambda hit: hit.first)
        return unsure

    def _inside(self, phrase: Phrase) -> list[Hit]:
        return [hit for hit in self.hits if hit.first < phrase.last and phrase.first < hit.last]

    def _doubt(self, unsure: Sequence[Phrase]) -> None:
        """Keep with each name found which others it and the words beside it nearly spell."""
        for phrase in unsure:
            inside = self._inside(phrase)
            doubts = phrase.outcome.candidates
            self.hits = [h._replace(doubts=doubts) if h in inside else h for h in self.hits]

    # --- names that go on ---------------------------------------------------------------

    def _extend(self) -> None:
        """Read the words after each name that make another product of it ("Advil Allergy")."""
        named = {at for hit in self.hits for at in range(hit.first, hit.last)}
        long = [hit for hit in self.hits if hit.last - hit.first > 1]
        if long and self.cues:  # a word of a name says nothing of other medicines
            self.cues = tuple(
                c for c in self.cues if not any(h.first <= c.first and c.last <= h.last for h in long)
            )
        for n, hit in enumerate(self.hits):
            goes_on = not hit.extension and hit.last not in self.harmed
            places = tail(self.tokens, self.text, hit, named) if goes_on else []
            if not places:
                continue
            whole = None
            count = len(places)
            while count and whole is None:
                words = [self.tokens[at].key for at in places[:count]]
                whole = self.guesser.extended(hit, words, places[count - 1] + 1)
                count -= whole is None
            rest = " ".join(self.tokens[at].key for at in places[count:])
            self.hits[n] = (whole or hit)._replace(extension=rest)
            self._claim(hit, places)

    def _note_unread(self) -> None:
        """Keep with each name of a list the words of the list that are not read."""
        left = unread(self.tokens, self.text, self.hits)
        self.hits = [h._replace(unread="/".join(left.get(h.first, ()))) for h in self.hits]

    def _go_on(self) -> None:
        """Keep with each name the words after it that may make another product of it."""
        self.hits.sort(key=lambda hit: hit.first)
        for hit in list(self.hits):
            if hit.extension or hit.unread or hit not in self.hits or hit.last in self.harmed:
                continue
            without = holds(hit, self.excluded)
            brand = strange_brand(self.tokens, hit, self.hits, self._is_something_else)
            if without or brand:
                self.hits[self.hits.index(hit)] = hit._replace(extension=without, unread=brand)
                continue
            places = unlisted(self.tokens, self.text, hit, self.hits, self.store, self._is_something_else)
            places = places or numbered(self.tokens, hit)
            if places:
                rest = " ".join(self.tokens[at].key for at in places)
                self.hits[self.hits.index(hit)] = hit._replace(extension=rest)
                self.hits = [h for h in self.hits if h.first not in places]
                self._claim(hit, places)

    def _is_something_else(self, word: str) -> bool:
        return self.guesser.is_dose_word(word) or self.guesser.is_near(word)

    def _claim(self, hit: Hit, places: Sequence[int]) -> None:
        """Make words a part of the product's name: no cue, no piece of their own."""
        inside = range(hit.last, places[-1] + 1)
        self.cues = tuple(c for c in self.cues if c.first not in inside)
        piece = self.tokens[hit.last - 1].piece
        shift = self.tokens[places[-1]].piece - piece
        changed = list(self.tokens)
        for at in range(hit.last, len(changed)):
            token = changed[at]
            if at in inside:
                category = "extension" if at in places else token.category
                changed[at] = token._replace(category=category, piece=piece)
            elif shift:
                changed[at] = token._replace(piece=token.piece - shift)
        self.tokens = tuple(changed)
        self.pieces = [t.piece for t in changed]

    def _counts(self, hit: Hit, found: Sequence[Hit], named: set[int]) -> bool:
        """Whether a short or ordinary name may be meant: nothing else beside it could be the name."""
        if not hit.weak:
            return True
        token = self.tokens[hit.first]
        strong = any(not h.weak and self._beside(h, hit) for h in found)
        if strong and hit.is_class and not any(t.is_word for t in self.tokens[hit.first : hit.last]):
            return False  # "oxycodone pills for pain"
        tied = self._tied(hit.first, hit.last)
        if strong:
            return tied or bool(token.bracket) or any(h.is_class or hit.is_class for h in found)
        unknown = [
            t
            for at, t in enumerate(self.tokens)
            if t.is_word and at not in named and t.piece == token.piece and t.bracket == token.bracket
        ]
        return not unknown or self._is_short_order(hit)

    def _beside(self, one: Hit, other: Hit) -> bool:
        a, b = self.tokens[one.first], self.tokens[other.first]
        return a.piece == b.piece and a.bracket == b.bracket

    def _tied(self, first: int, last: int) -> bool:
        joiners = {self.tokens[first].joiner}
        at = first
        while at and self.tokens[at - 1].category in ("number", "strength", "unit"):
            at -= 1
        if self.tokens[at].joiner == "+" or self._before_plus(last):
            return True  # "+ 20 mEq KCl", "dex 12 + Zofran 8"
        if last < len(self.tokens):
            joiners.add(self.tokens[last].joiner)
        return not joiners.isdisjoint(("/", "+", "with", "-"))

    # --- misspelled names ---------------------------------------------------------------

    def _guess(self) -> None:
        self._guess_pieces()
        self._guess_tied()
        self._guess_bracketed()
        self._guess_leftover()
        if any(hit.guess for hit in self.hits):
            self._extend()

    def _guess_pieces(self) -> None:
        if self.reason is not None and not self.hits:
            return
        for piece in self.nameless_pieces():
            context = [t for t in self.tokens if t.piece == piece]
            run = self.run(piece)
            hit = self.guesser.hit(self.tokens, run, context)
            while hit is None and len(run) > 1 and self.words[run[-1]] in EXTENSIONS:
                run = run[:-1]
                hit = self.guesser.hit(self.tokens, run, context)
            if hit is not None:
                self.hits.append(hit)

    def _guess_tied(self) -> None:
        for run in self.tied_runs():
            hit = self.guesser.hit(self.tokens, run, [self.tokens[at] for at in run])
            if hit is not None:
                self.hits.append(hit)

    def _guess_bracketed(self) -> None:
        """A misspelled word in brackets tells which meaning is meant, or what is listed there besides."""
        for hit in [h for h in self.hits if len(set(h.target_sets)) > 1 and not self.tokens[h.first].bracket]:
            run = self.unknown(self.tokens[hit.first].piece, True)
            run = [at for at in run if at >= hit.last]
            inside = self.guesser.hit(self.tokens, run, [self.tokens[at] for at in run])
            if inside is not None:
                self.hits.append(inside)

        brackets = {self.tokens[h.first].bracket for h in self.hits} - {0}
        named = {at for hit in self.hits for at in range(hit.first, hit.last)}
        for at, token in enumerate(self.tokens):
            if token.bracket in brackets and token.is_word and at not in named and len(token.key) > 4:
                listed = self.guesser.hit(self.tokens, [at], [token])
                if listed is not None and listed.generic:
                    self.hits.append(listed)  # "(ibuprofen, diphenhidramine)"

    def _guess_leftover(self) -> None:
        for at in self.leftovers() if self.hits else ():
            found = self.guesser.hit(self.tokens, [at], [self.tokens[at]])
            if found is not None and not found.is_class:
                self._join_leftover(found)  # a brand is left to be asked about

    def _join_leftover(self, found: Hit) -> None:
        """Add a corrected name, as one with its neighbour where the two are a known name."""
        name = found.rows[0].name
        for n, hit in enumerate(self.hits):
            if hit.guess is not None:
                continue
            before, after = (hit, found) if hit.first < found.first else (found, hit)
            between = self.tokens[before.last : after.first]
            if any(t.category != "joiner" for t in between):
                continue
            words = [hit.key, name] if before is hit else [name, hit.key]
            for link in (*(t.key for t in between), ""):
                key = normalize(f"{words[0]} {link} {words[1]}")
                rows = self.lookup.rows(key)
                if rows:
                    self.hits[n] = found._replace(first=before.first, last=after.last, key=key, rows=rows)
                    return
        if found.generic:
            self.hits.append(found)
