"""For any arrow: the smallest edits that open or close it, each proven, ranked by what else they flip."""
