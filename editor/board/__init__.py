"""A board: what it is made of, what happened to it, what can be done to it. Pure: no Django, no network, no clock."""
