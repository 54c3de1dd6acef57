"""How fast it is: clusters of any size, and the runs that are timed on them."""
