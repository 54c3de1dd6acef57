"""The settings: ``base`` runs as it is on one machine, ``production`` behind a proxy, ``test`` in the tests."""
