"""The commands, a file each: ``SUMMARY``, ``arguments(parser)`` and ``run(given) -> exit code``.

``--help`` lists them by the order in ``main``; a command imports the engine only inside ``run``.
"""
