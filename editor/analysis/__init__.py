"""What the best engineers do in their head: problems, fixes, expectations. Pure: no Django, no network, no clock."""
