"""Whom an office alone means: ミナト自動車社長, 社長「…」 in a headline; トヨタ社長 is of the firm cut short."""

from __future__ import annotations

from jijitsu.extract.linking.speech.people import People, Person

_REACH = 200  # so many persons are compared with an office


def in_office(people: People, text: str) -> Person | None:
    """ミナト自動車社長: whoever the article names with that role at that organisation."""
    for person in people.persons[:_REACH]:
        if person.role == text and len(text) > 3 and not person.org:
            return person  # 米財務長官 in the headline
        if person.role and person.org and _clipped(text, person.org, person.role):
            return person
        if person.role and person.org and text in {person.org + person.role, f"{person.org}の{person.role}"}:
            return person
    return None


def only_one(people: People, role: str, headline: str) -> Person | None:
    """社長「…」 in a headline: the one whom the article below names with that role, of the body that the headline names."""
    found = [person for person in people.persons[:_REACH] if (person.role or "").endswith(role)]
    if len(found) > 1:
        found = [person for person in found if person.org and person.org in headline]
    return found[0] if len(found) == 1 else None


def _clipped(text: str, org: str, role: str) -> bool:
    """トヨタ社長, 関電社長: the role behind the firm cut short."""
    short = text.removesuffix(role)
    if short == text or len(short) < 2 or short[0] != org[0]:
        return False
    rest = iter(org)
    return all(letter in rest for letter in short)
