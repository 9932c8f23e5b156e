"""Questions to a tree: which of several names a figure belongs to. Pure functions, no parser.

Japanese puts the head last, so a figure's owner is looked for on its way to the root, one word after the other:

1. a name that stands under the word, before の or in one compound: 東都自動車の18.2%, 東都株3%高;
2. the subject or topic of the word, or a name under that: 北海電機の株価は2%上がった;
3. the topic of a clause that is joined in front of the word: 北海電機は反発し、2%上がった;
4. the word itself, where the figure stands in its relative clause (2%上がった北海電機, 2%上がった北海電機の株), counts it
   (3社の工場) or stands in brackets behind it (北海電機(2%高)); not what was paid for (400億ドルを投じた北海電機).

The tree is least sure where word order is surest, in lists without verbs (Aは3%、Bは2%上げた): it may hang the 3% on
B. So nothing behind the figure is taken as its subject, and where a name lies between the answer and the figure in a
clause that is still open, there is no answer: the nearest name in front of the figure is then the better guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from jijitsu.extract.linking.sentence.branches import (
    CLAUSES,
    PREDICATES,
    TOPICS,
    head_of,
    particles,
    path_to_root,
    subjects,
)
from jijitsu.schemas.span import Span
from jijitsu.schemas.tree import Tree

_REACH = 64
"""How many words are looked at in one search: more than a sentence that people write needs, few for a hostile one."""
_CHAINED = frozenset({"advcl", "nmod", "obl", "acl", "dep"})
_ASIDE = frozenset({("と",), ("を",), ("に",), ("から",), ("へ",), ("で",), ("より",)})
_JUDGES = frozenset({"推計", "試算", "推定", "分析", "指摘", "みる", "見る", "調べる"})
_PAYS = frozenset({
    "投じる", "投ずる", "出資", "投資", "買収", "取得", "購入", "買う", "買い取る", "買い入れる", "払う", "支払う", "融資", "貸す", "売却",
    "売る", "譲渡", "注ぐ", "充てる", "拠出", "寄付", "発注", "賭ける", "求める", "請求",
})  # fmt: skip
_TURNS = frozenset({"向け", "むけ", "製", "傘下", "系", "発", "宛て", "経由", "倍"})


def prefer(tree: Tree, figure: Span, candidates: Sequence[Span]) -> int | None:
    """Return the index of the candidate to which the tree gives the figure, None if it does not tell.

    Offsets are code points into the text that was parsed. A list of names (トヨタとホンダ) is best given as
    one candidate. Candidates that overlap the figure are left aside, and so should be, by the caller, those that cannot
    own it: テスラの米国販売 goes to 米国, if 米国 is asked for.

    An answer behind the figure is the surest gain over word order; one in front that is not the nearest name is right
    more often than not, but lists fool it: weigh it against particles.
    """
    at = head_of(tree, figure)
    heads = [None if span.overlaps(figure) else head_of(tree, span) for span in candidates]
    names = {head: i for i, head in enumerate(heads) if head is not None}
    found = None if at is None else _owner(tree, at, names)
    return None if found is None else names[found]


def _owner(tree: Tree, at: int, names: Mapping[int, int]) -> int | None:
    """The word of `names` that owns the figure `at`."""
    came, told = at, False
    line = tuple(islice(path_to_root(tree, at), _REACH))
    for index in line:
        # A総研は5%減の760万台と推計した: what is judged is somebody else's.
        if index != at and tree.nodes[index].lemma in _JUDGES:
            return None
        if index != at and _is_described(tree, index, came, at):
            described = index if index in names else _named_behind(tree, index, came, names)
            if described is not None:
                return None if _is_paid(tree, came) else described
        # Aの3倍 is said of whoever is three times A.
        found = None if tree.nodes[index].text == "倍" else _under(tree, index, names, before=at, but=came)
        if found is None:
            found = _named(tree, subjects(tree, index), names, before=at, but=came)
        told = told or (index != at and _is_told(tree, index))
        if found is not None:
            between = (name for name in names if found < name < at)
            clear = all((not told and _is_closed(tree, name, line)) or _is_aside(tree, name) for name in between)
            return found if clear else None
        for clause in _joined(tree, index, before=at, but=came):
            found = _shared(tree, clause, names)
            if found is not None:
                between = (name for name in names if found < name < at)
                return found if all(_is_argument(tree, name, clause) for name in between) else None
        came = index
    return None


def _is_described(tree: Tree, index: int, came: int, at: int) -> bool:
    """True for 2%上がったA (the figure in A's relative clause), 3社のA, and A(3%高); `came` hangs on `index`."""
    if index < came:
        return True
    return tree.nodes[came].dep == "acl" or (came == at and particles(tree, came) == ("の",))


def _named_behind(tree: Tree, index: int, clause: int, names: Mapping[int, int]) -> int | None:
    """The name beside the noun that a clause hangs on: 株価が5%上昇したAの株式を; 14%下落したデンマークのAを."""
    if tree.nodes[clause].dep != "acl":
        return None
    for beside in tree.below[index]:
        if clause < beside < index and beside in names and particles(tree, beside) == ("の",):
            return beside
    head = tree.nodes[index].head
    return head if head in names and particles(tree, index) in {("の",), ()} and head > index else None


def _is_paid(tree: Tree, clause: int) -> bool:
    """True for 400億ドルを投じたA, 3000億円で買収したA: A is what the money is for, unless the clause names that too."""
    return tree.nodes[clause].lemma in _PAYS and not any(
        particles(tree, i) == ("に",) for i in tree.below[clause] if i < clause
    )


def _under(tree: Tree, index: int, names: Mapping[int, int], *, before: int, but: int | None = None) -> int | None:
    """The nearest name under a noun, through の and compounds: B, else A, for AのBの株価; none for A向け販売."""
    todo = [index]
    for _ in range(_REACH):
        if not todo:
            break
        at = todo.pop()
        if at in names and at != index:
            return at
        todo.extend(i for i in tree.below[at] if i != but and i < min(before, at) and _belongs(tree, i))
    return None


def _belongs(tree: Tree, index: int) -> bool:
    dep = tree.nodes[index].dep
    belongs = dep == "compound" or (dep == "nmod" and particles(tree, index) == ("の",))
    return belongs and not _is_turned(tree, index)


def _is_turned(tree: Tree, index: int) -> bool:
    """True for A向け, A製, A傘下, Aの3倍: what follows is not A's own."""
    return bool(_TURNS & {tree.nodes[i].text for i in (index, index + 1)})


def _named(
    tree: Tree, phrases: Sequence[int], names: Mapping[int, int], *, before: int, but: int | None = None
) -> int | None:
    """The first name that heads one of the phrases or stands under it."""
    for phrase in phrases:
        if phrase != but and phrase < before:
            found = phrase if phrase in names else _under(tree, phrase, names, before=before)
            if found is not None:
                return found
    return None


def _joined(tree: Tree, index: int, *, before: int, but: int | None = None) -> Iterator[int]:
    """The clauses that are joined in front of a word, the nearest first: 反発し、…, 滞ったため、…."""
    todo = [index]
    for _ in range(_REACH):
        if not todo:
            break
        at = todo.pop()
        if at != index:
            yield at
        todo.extend(i for i in tree.below[at] if i != but and i < before and _is_chain(tree, i))


def _is_chain(tree: Tree, index: int) -> bool:
    dep = tree.nodes[index].dep
    return dep == "advcl" or (dep in _CHAINED and not particles(tree, index))


def _shared(tree: Tree, clause: int, names: Mapping[int, int]) -> int | None:
    """The name in a joined clause's subject that holds for what follows: a topic; が only before 連用形 and て."""
    phrases = subjects(tree, clause)
    topics = [phrase for phrase in phrases if particles(tree, phrase) in TOPICS]
    found = _named(tree, topics, names, before=clause)
    if found is None and not topics and _is_chained(tree, clause):
        found = _named(tree, phrases, names, before=clause)
    return found


def _is_chained(tree: Tree, clause: int) -> bool:
    """True for 上がり、 and 上がって、; not for 上がれば, 上がると, 上がったため: their subject is their own."""
    return tree.nodes[clause].dep != "acl" and not any(
        tree.nodes[i].tag == "助詞-接続助詞" and tree.nodes[i].text not in {"て", "で"} for i in tree.below[clause]
    )


def _is_argument(tree: Tree, name: int, clause: int) -> bool:
    """True if a name stands in the clause, but not as its topic."""
    for at in islice(path_to_root(tree, name), _REACH):
        if at == clause:
            return True
        if particles(tree, at) in TOPICS:
            return False
    return False


def _is_aside(tree: Tree, name: int) -> bool:
    """True for Aと, Aを, Aに, Aから, A向けの: a party to what the subject does."""
    return particles(tree, name) in _ASIDE or _is_turned(tree, name)


def _is_told(tree: Tree, index: int) -> bool:
    """True for a clause before と or という: the subject behind it is who speaks. 高となる, 高とする tell nothing."""
    if tree.nodes[tree.nodes[index].head].lemma in {"なる", "する"} and tree.nodes[index].pos not in PREDICATES:
        return False
    return any(tree.nodes[i].text in {"と", "という"} for i in tree.below[index] if i > index)


def _is_closed(tree: Tree, index: int, line: Sequence[int]) -> bool:
    """True if the clause of a word has ended without the figure whose path to the root is `line`."""
    for at in islice(path_to_root(tree, index), _REACH):
        if at in line or at > line[0]:
            return False
        if tree.nodes[at].dep in CLAUSES:
            return True
    return False
