"""What a NetworkPolicy means: pure, exact, standard library only."""
