"""The exit codes of every command."""

FINE = 0
ANSWER_IS_NO = 1
WRONG_USE = 2
# As shells report a process that Ctrl-C ended.
INTERRUPTED = 130
