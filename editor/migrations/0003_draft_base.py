from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("editor", "0002_undo")]

    operations = [
        migrations.AddField(model_name="draft", name="base_text", field=models.TextField(null=True)),
    ]
