"""A report of speech: where the words stand in the units of a sentence, and the word of saying that goes with them."""

from __future__ import annotations

from typing import Literal

import msgspec

from jijitsu.extract.linking.speech.cues import Cue


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report of speech in a sentence. All indices are of units."""

    type: Literal["direct", "indirect"]
    said: tuple[int, ...] = ()
    """Direct: the brackets that hold the words (several where they are listed)."""
    stop: int
    """First unit behind the words: the quotative, or what stands in its place."""
    cue: Cue | None
    reported: bool = False
    needs_speaker: bool = False
    """True where only a named speaker makes it a quote (a short term, or という at the sentence's end)."""
    received: bool = False
    """True where the topic did not say it: 同社はXから「…」と言われた, 「…」との批判を受けた."""
    topical: bool = False
    """True where whoever the text speaks of may be meant, though the sentence names nobody."""

    @property
    def end(self) -> int:
        """First unit behind the whole report."""
        return self.cue.end if self.cue else self.stop
