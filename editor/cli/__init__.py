"""The ``netpol`` command. Imports nothing heavy at the start: each command loads what it needs when it runs."""
