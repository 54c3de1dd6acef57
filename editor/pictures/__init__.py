"""Who may reach whom, in forms to read, to draw and to calculate with: each module has ``lines(picture)``."""
