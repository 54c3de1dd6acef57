"""The forms of the account pages: Django's own, in the product's words."""

from __future__ import annotations

import logging
from threading import Thread
from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordResetForm, UserCreationForm
from django.contrib.auth.models import User

log = logging.getLogger(__name__)


class SignUpForm(UserCreationForm):
    """A name, a password, and a mail address if one wants to be able to reset the password."""

    email = forms.EmailField(
        required=False, label="Mail address", help_text="Only to set a new password when you forget it. Optional."
    )

    class Meta:
        model = User
        fields = ("username", "email", "password1", "password2")
        labels = {"username": "Name"}
        help_texts = {"username": "Others see it. Letters, digits and @ . + - _"}

    field_order = ("username", "email", "password1", "password2")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs["autocomplete"] = "username"
        self.fields["password1"].help_text = "At least 10 characters, not only digits, no common word."
        self.fields["password2"].label = "Password again"
        self.fields["password2"].help_text = ""


class ResetForm(PasswordResetForm):
    """Sends its mail beside the answer: how long it takes does not tell whether there is an account."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        Thread(target=self._send, args=args, kwargs=kwargs).start()

    def _send(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        try:
            super().send_mail(*args, **kwargs)
        except Exception:
            log.exception("The mail for a new password could not be sent.")
