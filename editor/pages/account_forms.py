"""The forms of the account pages: Django's own, in the product's words."""

from __future__ import annotations

import logging
from threading import Thread
from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordResetForm, UserCreationForm
from django.contrib.auth.models import User
from django.core.mail import send_mail

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


class WithPassword(forms.Form):
    """What only whoever knows the password may do, not whoever sits down at a browser that is signed in."""

    password = forms.CharField(
        label="Your password", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Refuses another password than the account's."""
        given: str = self.cleaned_data["password"]
        if not self.user.check_password(given):
            raise forms.ValidationError("This is not the password of your account.")
        return given


class MailForm(WithPassword):
    """Another mail address, or none."""

    email = forms.EmailField(
        required=False, label="Mail address", help_text="Empty: a forgotten password cannot be set anew."
    )
    field_order = ("email", "password")

    def save(self) -> None:
        """Keeps it; the address from before is told, as somebody else may have done it."""
        before, self.user.email = self.user.email, self.cleaned_data["email"]
        self.user.save(update_fields=["email"])
        if before and before != self.user.email:
            words = (
                f"The mail address of the account {self.user.get_username()} was changed. From now on this address "
                "gets no link to a new password.\n\nIf that was not you, change the password now."
            )
            Thread(target=_post, args=("The mail address of your account was changed", words, before)).start()


class DeleteForm(WithPassword):
    """An account goes, and what becomes of what it has."""

    what = forms.ChoiceField(
        label="What becomes of all this",
        choices=[
            ("keep", "It stays in this browser, without an account"),
            ("delete", "It is deleted for good, for everybody with whom it is shared"),
        ],
        widget=forms.RadioSelect,
    )
    field_order = ("what", "password")


def _post(subject: str, words: str, to: str) -> None:
    try:
        send_mail(subject, words, None, [to])
    except Exception:
        log.exception("A mail about a changed address could not be sent.")


class ResetForm(PasswordResetForm):
    """Sends its mail beside the answer: how long it takes does not tell whether there is an account."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        Thread(target=self._send, args=args, kwargs=kwargs).start()

    def _send(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        try:
            super().send_mail(*args, **kwargs)
        except Exception:
            log.exception("The mail for a new password could not be sent.")
