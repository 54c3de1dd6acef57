"""What must be able to reach what, and what must never: written down, and judged on what policies do."""
