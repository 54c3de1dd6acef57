"""The report on speed: a part that is measured again takes the place of its old figures."""

from benchmarks.tables import Table, with_tables

OLD = "# How fast\n\nWords.\n\n## One\n\n| a |\n| --- |\n| 1 |\n\n## Two\n\n| b |\n| --- |\n| 2 |\n"


def test_a_table_takes_the_place_of_the_one_with_its_title():
    found = with_tables(OLD, [Table("One", ["a"], [["9"]])])
    assert "| 9 |" in found
    assert "| 1 |" not in found
    assert found.index("## One") < found.index("## Two")
    assert "| 2 |" in found


def test_a_new_table_comes_last_and_writing_it_again_changes_nothing():
    once = with_tables(OLD, [Table("Three", ["c"], [["3"]])])
    assert once.startswith(OLD)
    assert once.rindex("## ") == once.index("## Three")
    assert with_tables(once, [Table("Three", ["c"], [["3"]])]) == once
