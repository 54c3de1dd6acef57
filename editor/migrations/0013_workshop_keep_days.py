from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("editor", "0012_workshop_taken")]

    operations = [
        migrations.AddField(
            model_name="workshop", name="keep_days", field=models.PositiveSmallIntegerField(default=14)
        )
    ]
