"""What every case of the database lesson must show: one row a case, one column an arrow, ``+`` green and ``-`` red."""

DB = [
    ("prod/api", "prod/db", "TCP", 3306),
    ("prod/web", "prod/db", "TCP", 3306),
    ("dev/api", "prod/db", "TCP", 3306),
    ("dev/web", "prod/db", "TCP", 3306),
    ("outside/backup", "prod/db", "TCP", 3306),
    ("prod/api", "prod/db", "TCP", 22),
]
OTHERS = [
    ("prod/web", "prod/api", "TCP", 5000),
    ("prod/api", "prod/web", "TCP", 80),
    ("dev/web", "prod/api", "TCP", 5000),
    ("dev/api", "prod/web", "TCP", 80),
    ("prod/api", "dev/web", "TCP", 80),
    ("prod/web", "dev/api", "TCP", 5000),
]
FROM_DB = [
    ("prod/db", "outside/backup", "TCP", 80),
    ("prod/db", "prod/api", "TCP", 5000),
]
ARROWS = DB + OTHERS + FROM_DB

# The six signs of DB, one sign for all of OTHERS, the two of FROM_DB.
SIGNS = {
    "start": "++++++ + ++",
    "isolate": "------ + ++",
    "ingress": "+----- + ++",
    "case-1": "+----- + ++",
    "case-2": "++---- + ++",
    "case-3": "----+- + ++",
    "case-4": "+---+- + ++",
    "case-5": "++--+- + ++",
    "egress": "+---+- + +-",
}
CASES = list(SIGNS)
BACKUP = "192.168.5.10"


def expected(case: str) -> dict[tuple[str, str, str, int], bool]:
    """Whether each of the fourteen arrows is green in ``case``."""
    db, others, from_db = SIGNS[case].split()
    signs = db + others * len(OTHERS) + from_db
    return {arrow: sign == "+" for arrow, sign in zip(ARROWS, signs, strict=True)}
