"""Policies from wishes: whoever draws what should pass gets the policies that let pass that, and nothing else."""
