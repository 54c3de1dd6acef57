from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("editor", "0011_own_lessons")]

    operations = [migrations.RenameField(model_name="workshoplesson", old_name="board", new_name="taken")]
