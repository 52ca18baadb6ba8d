"""A small parser by rule for a language without a trained one: subjects, objects, genitives, relative clauses."""

from collections.abc import Sequence
from itertools import pairwise

from paradero.reading.analysers.readings import Word, read

_RELATIVE = frozenset({"який", "котрий", "що", "чий", "яка", "которий"})
_SUBORDINATE = _RELATIVE | {"щоб", "коли", "де", "якщо", "бо", "оскільки", "поки", "як", "когда", "если", "чтобы"}
_AND = frozenset({"і", "й", "та", "и", "або", "чи"})
_CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–", "(", ")", "«", "»"})
_COPULAS = frozenset({"бути", "є", "перебувати", "вважатися", "лишатися", "залишатися", "опинитися", "стати"})


class Parse:
    """One sentence: words, and for each the place of its head and its relation (universal dependencies)."""

    def __init__(self, texts: Sequence[str], language: str) -> None:
        self.words: list[Word] = read(texts, language)
        self.heads: list[int] = [-1] * len(self.words)
        self.relations: list[str] = ["dep"] * len(self.words)
        self._link_phrases()
        self._openers: dict[int, int] = {}
        clauses = self._clauses()
        for verb, places in clauses.items():
            self._link_clause(verb, places)
        self._link_clauses(list(clauses))
        self._leave_no_loose_word()

    def _link(self, place: int, head: int, relation: str) -> None:
        if self.heads[place] < 0 and place != head:
            self.heads[place], self.relations[place] = head, relation

    def _phrase_head(self, place: int) -> bool:
        """Tell whether a noun heads its phrase: nothing has claimed it yet and no preposition governs it."""
        return self.words[place].nominal and self.heads[place] < 0

    def _link_phrases(self) -> None:
        """Link names, adjectives and prepositions to their nouns, and genitives to the noun before."""
        for place, (word, after) in enumerate(pairwise(self.words)):
            if word.tag == "PROPN" and after.tag == "PROPN" and word.cases & after.cases:
                self._link(place + 1, self._top(place), "flat:name")
            elif word.nominal and after.tag == "PROPN" and not after.governed and self._introduces(word, after):
                self._link(place + 1, place, "appos")
            elif word.nominal and after.nominal and "Gen" in after.cases and not after.governed:
                self._set_case(place + 1, "Gen")
                self._link(place + 1, place, "nmod")
            elif word.nominal and after.tag == "ADJ" and "Gen" in after.cases:
                noun = self._noun_after(place + 1)
                if noun is not None and "Gen" in self.words[noun].cases:
                    self._set_case(noun, "Gen")
                    self._link(noun, place, "nmod")
        for place, word in enumerate(self.words):
            if word.tag in {"ADJ", "NUM", "DET"} and (noun := self._noun_after(place)) is not None:
                self._link(place, noun, "amod" if word.tag == "ADJ" else "nummod")
            elif word.tag == "ADP" and (noun := self._noun_after(place)) is not None:
                self._link(place, noun, "case")

    def _introduces(self, word: Word, name: Word) -> bool:
        """Tell whether a noun introduces a name in the same case: "речник Залізняк", not "мати Сергія"."""
        if "Animacy=Anim" not in word.features:
            return False
        if "Nom" in word.cases & name.cases:
            return True
        return bool(word.cases & name.cases - {"Nom"}) and word.gender() == name.gender()

    def _set_case(self, place: int, case: str) -> None:
        word = self.words[place]
        kept = {feature for feature in word.features if not feature.startswith("Case=")}
        word.features = frozenset(kept | {f"Case={case}"})

    def _top(self, place: int) -> int:
        while self.relations[place] == "flat:name":
            place = self.heads[place]
        return place

    def _noun_after(self, place: int) -> int | None:
        """Return the noun that a phrase beginning at `place` leads to, past adjectives and numbers."""
        for at in range(place + 1, min(place + 5, len(self.words))):
            if self.words[at].nominal or (self.words[at].tag == "PRON" and self.words[place].tag == "ADP"):
                return at
            if self.words[at].tag not in {"ADJ", "NUM", "DET"}:
                return None
        return None

    def _clauses(self) -> dict[int, list[int]]:
        """Return each clause's verb and its places; a relative clause is taken out of the one that it interrupts."""
        verbs = [place for place, word in enumerate(self.words) if word.finite or self._is_predicate(place)]
        owner: dict[int, int] = {}
        for before, verb in pairwise([-1, *verbs]):
            if (opener := self._opener(before, verb)) is not None:
                self._openers[verb] = opener
                owner |= dict.fromkeys(range(opener + 1, self._closing(verb, verbs)), verb)
        main = [verb for verb in verbs if verb not in self._openers]
        first = 0
        for verb, following in pairwise([*main, len(self.words)]):
            last = following if following == len(self.words) else self._border(verb, following)
            owner = dict.fromkeys(range(first, last), verb) | owner
            first = last
        return {
            verb: [place for place, own in sorted(owner.items()) if own == verb and place != verb] for verb in verbs
        }

    def _opener(self, before: int, verb: int) -> int | None:
        """Return the comma with which the relative or "that" clause of a verb opens, if it is one."""
        for at in range(before + 1, verb):
            if self.words[at].text == "," and self.words[at + 1].lemma in _SUBORDINATE:
                return at
        return None

    def _closing(self, verb: int, verbs: Sequence[int]) -> int:
        """Return where a subordinate clause ends: the comma after its verb where another verb follows, else the end."""
        later = [other for other in verbs if other > verb]
        comma = next((at for at in range(verb, len(self.words)) if self.words[at].text in {",", "—", ")"}), None)
        return comma if comma is not None and later else len(self.words)

    def _is_predicate(self, place: int) -> bool:
        """Tell whether a participle stands for the verb: "взятий у полон", with no noun of its own after it."""
        word = self.words[place]
        if not word.has("VerbForm=Part") or word.tag != "ADJ" or self.heads[place] >= 0 or "Nom" not in word.cases:
            return False
        return place == 0 or self.words[place - 1].text != ","

    def _border(self, verb: int, following: int) -> int:
        """Return where one clause ends and the next begins: the last mark between two verbs, else the last "and"."""
        between = range(following - 1, verb, -1)
        marks = [at for at in between if self.words[at].text in _CLAUSE_MARKS]
        ands = [at for at in between if self.words[at].text.lower() in _AND and not self._joins_nouns(at)]
        return min(marks[:1] + ands[:1], default=verb + 1) if marks or ands else following

    def _joins_nouns(self, place: int) -> bool:
        before, after = self.words[place - 1], self.words[place + 1 : place + 3]
        return before.nominal and any(word.nominal for word in after) and not any(word.finite for word in after)

    def _link_clause(self, verb: int, inside: Sequence[int]) -> None:
        free = [p for p in inside if (self._phrase_head(p) or self._stands_for_noun(p)) and not self.words[p].governed]
        pronouns = [
            p for p in inside if self.words[p].tag == "PRON" and self.heads[p] < 0 and not self.words[p].governed
        ]
        subject = self._subject(verb, [*free, *pronouns])
        if subject is not None:
            self._link(subject, verb, "nsubj")
            if self.words[subject].nominal:
                self._set_case(subject, "Nom")
        if not self.words[verb].has("VerbForm=Part"):
            self._link_object(verb, [place for place in [*free, *pronouns] if place != subject])
        for place in inside:
            if self.words[place].nominal and self.words[place].governed:
                self._link(place, verb, "obl")
            elif self.words[place].lemma in _COPULAS and self.words[place].tag == "VERB":
                self._link(place, verb, "cop")

    def _stands_for_noun(self, place: int) -> bool:
        """Tell whether an adjective without a noun stands for one: "молодший загинув"."""
        word = self.words[place]
        return word.tag == "ADJ" and self.heads[place] < 0 and not word.has("VerbForm=Part") and "Nom" in word.cases

    def _subject(self, verb: int, nouns: Sequence[int]) -> int | None:
        """Return the noun that the verb agrees with, the nearest before it first; an impersonal verb has none."""
        if self.words[verb].has("Person=0"):
            return None
        fits = [p for p in nouns if ("Nom" in self.words[p].cases and self._agree(p, verb)) or self._is_counted(p)]
        before = [place for place in fits if place < verb]
        own = [place for place in before if not self._mark_between(place, verb)]
        return (own or [p for p in fits if p > verb] or before or [None])[0]  # type: ignore[list-item]

    def _is_counted(self, noun: int) -> bool:
        """Tell whether a number stands before the noun, whose genitive then is the subject: "20 солдатів"."""
        counted = noun > 0 and self.words[noun - 1].tag == "NUM" and "-" not in self.words[noun - 1].text
        return counted and "Gen" in self.words[noun].cases and self.words[noun].has("Number=Plur")

    def _mark_between(self, first: int, last: int) -> bool:
        return any(word.text in _CLAUSE_MARKS for word in self.words[first:last])

    def _agree(self, noun: int, verb: int) -> bool:
        wanted, own = self.words[verb].gender(), self.words[noun].gender()
        if self.words[verb].has("Tense=Past") or self.words[verb].has("VerbForm=Part"):
            joined = wanted == "Plur" and own is not None
            return joined or own is None or own == wanted or "Number=Plur" in self.words[noun].features
        return True

    def _link_object(self, verb: int, nouns: Sequence[int]) -> None:
        fits = [place for place in nouns if "Acc" in self.words[place].cases]
        sure = [place for place in fits if "Nom" not in self.words[place].cases]
        for place in (sure or [place for place in fits if place > verb])[:1]:
            self._link(place, verb, "obj")
            if self.words[place].nominal:
                self._set_case(place, "Acc")
        for place in nouns:
            if self.heads[place] < 0 and "Dat" in self.words[place].cases and "Nom" not in self.words[place].cases:
                self._link(place, verb, "iobj")

    def _link_clauses(self, verbs: Sequence[int]) -> None:
        """Hang each clause from the one before, a relative one from its noun; the first is the root."""
        root = next((verb for verb in verbs if verb not in self._openers), verbs[0] if verbs else None)
        before = root
        for verb in verbs:
            if verb == root:
                self.heads[verb], self.relations[verb] = verb, "root"
            elif (opener := self._openers.get(verb)) is not None:
                self._link_subordinate(verb, opener, before if before is not None and before < verb else root)
            else:
                self._link(verb, before if before is not None else verb, "conj")
            before = verb

    def _link_subordinate(self, verb: int, opener: int, before: int | None) -> None:
        noun = self._noun_before(opener)
        pronoun = self.words[opener + 1].lemma in _RELATIVE
        if pronoun and noun is not None and (before is None or noun > before or self.words[opener + 1].lemma != "що"):
            self._link(verb, noun, "acl:relcl")
        elif before is not None:
            self._link(verb, before, "ccomp" if pronoun else "advcl")

    def _noun_before(self, place: int) -> int | None:
        for at in range(place - 1, max(-1, place - 4), -1):
            if self.words[at].nominal:
                return self._top(at)
        return None

    def _leave_no_loose_word(self) -> None:
        root = next((p for p, relation in enumerate(self.relations) if relation == "root"), None)
        if root is None:
            root = next((place for place, word in enumerate(self.words) if word.nominal and self.heads[place] < 0), 0)
            self.heads[root], self.relations[root] = root, "root"
        for place in range(len(self.words)):
            if self.heads[place] < 0:
                self.heads[place], self.relations[place] = root, "dep"
