"""Who is who in an article: short forms (岩井氏, マスク) to the fullest form that the article gives, with role and organisation."""

from __future__ import annotations

import re

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.story import Story
from jijitsu.schemas.mention import Entity, Mention

_PARTS = re.compile(r"[・=]")


class Person(msgspec.Struct, frozen=True):
    """Somebody the article names. `name` is the fullest form; role and organisation as given anywhere."""

    name: str
    role: str | None
    org: str | None
    places: tuple[int, ...]
    """Where the article names them (code points), in order."""


class People(msgspec.Struct, frozen=True):
    """Everybody the article names, in order of appearance."""

    persons: tuple[Person, ...]
    text: str = ""
    """The article, widths folded: what 同省 points back to is looked for in it."""
    bodies: tuple[tuple[int, str, str | None], ...] = ()
    """Where companies and organisations stand, with name and identifier, in order."""

    def body(self, before: int, ending: str) -> tuple[str, str | None] | None:
        """Return (name, id) of the body last named before an offset whose written form ends so (同省: 省)."""
        for place, name, id_ in reversed(self.bodies):
            if place < before and (ending in {"社", "行", "グループ"} or name.endswith(ending)):
                return name, id_
        if ending in {"社", "行", "グループ"}:
            return None
        found = re.findall(
            rf"(?<![一-鿿ァ-ヴーA-Za-z])([一-鿿ァ-ヴーA-Za-z]{{1,14}}{re.escape(ending)})(?![一-鿿ァ-ヴー])",
            self.text[max(0, before - 2000) : before],
        )
        found = [name for name in found if not name.startswith(("同", "当", "各", "全"))]
        return (found[-1], None) if found else None

    def named(self, name: str) -> Person | None:
        """Return who is meant by a full or short name (without honorific), or None."""
        for person in self.persons:
            if person.name == name:
                return person
        return next((person for person in self.persons if short_of(name, person.name)), None)

    def latest(self, before: int, role: str | None = None) -> Person | None:
        """Return who was named last before an offset; with `role`, the last whose role ends so (社長, 教授)."""
        best: tuple[int, Person] | None = None
        for person in self.persons:
            if role and not (person.role or "").endswith(role):
                continue
            places = [place for place in person.places if place < before]
            if places and (best is None or places[-1] > best[0]):
                best = places[-1], person
        return best[1] if best else None


def people(story: Story) -> People:
    """Gather the persons of all scenes; a short form joins the full form that it shortens, wherever that stands."""
    seen: list[tuple[int, Entity]] = []
    for scene in story.scenes:
        seen += [(mention.start, mention.value) for mention in scene.of("person") if _is_person(mention)]  # type: ignore[misc]
    names: list[str] = []
    for _, entity in seen:
        if entity.name not in names:
            names.append(entity.name)
    full = {name: next((other for other in names if short_of(name, other)), name) for name in names}
    gathered: dict[str, list[tuple[int, Entity]]] = {}
    for place, entity in seen:
        gathered.setdefault(full[entity.name], []).append((place, entity))
    bodies = tuple(
        (mention.start, mention.value.name, mention.value.id)
        for scene in story.scenes
        for mention in scene.of("company", "organisation")
        if isinstance(mention.value, Entity)
    )
    persons = tuple(_person(name, found) for name, found in gathered.items())
    return People(persons, fold(story.article.text), bodies)


def short_of(short: str, full: str) -> bool:
    """True if `short` is a surname, a given name or a part of `full`: 岩井 of 岩井裕介, マスク of イーロン・マスク."""
    if len(short) >= len(full):
        return False
    if _PARTS.search(full):
        return short in _PARTS.split(full) or full.endswith("・" + short)
    return len(short) >= 1 and (full.startswith(short) or (len(short) >= 2 and full.endswith(short)))


def _is_person(mention: Mention) -> bool:
    return isinstance(mention.value, Entity)


def _person(name: str, found: list[tuple[int, Entity]]) -> Person:
    role = next((entity.role for _, entity in found if entity.role), None)
    org = next((entity.org for _, entity in found if entity.org), None)
    return Person(name, role, org, tuple(place for place, _ in found))
