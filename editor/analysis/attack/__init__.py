"""The cluster as an attacker sees it: who could get at a pod, and how far one gets from a pod that is lost."""
