"""What a fix starts from, of manifests that were read."""

from __future__ import annotations

from editor.analysis.fixes.standing import Held, Standing
from editor.engine.options import DEFAULTS, Options
from editor.engine.policies import Policy
from editor.manifests.reading import Reading


def standing_of(reading: Reading, options: Options = DEFAULTS) -> Standing:
    """The cluster and the policies of a reading. An item of a list has no text of its own to be edited."""
    held = [
        Held(one.value, one.chunk.text if one.chunk is not None else None, one.place.file or "")
        for one in reading.objects
        if isinstance(one.value, Policy)
    ]
    return Standing(reading.cluster(), tuple(held), options)
