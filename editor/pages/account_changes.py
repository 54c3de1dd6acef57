"""The pages on which an account gets another mail address, or goes."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy

from editor.pages.account_forms import DeleteForm, MailForm, WithPassword
from editor.pages.accounts import AccountPage, told
from editor.services import accounts


class WithAccount(LoginRequiredMixin, AccountPage):
    """Of the account that is signed in; each wrong password counts as an attempt to sign in."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form asks for the password of this account."""
        return super().get_form_kwargs() | {"user": self.request.user}

    def attempted(self) -> tuple[str, str] | None:
        """Counted with the attempts to sign in as this account."""
        return ("sign in", self.request.user.get_username()) if self.request.user.is_authenticated else None


class ChangeMail(WithAccount):
    """Another mail address."""

    title = "Change the mail address"
    template_name = "account/form.html"
    form_class = MailForm
    extra_context = {
        "words": "A link to a new password is sent there when you forget yours. Nothing else is.",
        "button": "Change the mail address",
        "back": reverse_lazy("account"),
    }

    def get_initial(self) -> dict[str, Any]:
        """The address that there is."""
        return {"email": cast(User, self.request.user).email}

    def form_valid(self, form: WithPassword) -> HttpResponse:
        """Keeps it."""
        cast(MailForm, form).save()
        return redirect("mail_changed")


class DeleteAccount(WithAccount):
    """Says what goes with the account; then, with the password, it goes."""

    title = "Delete your account"
    template_name = "account/delete.html"
    form_class = DeleteForm

    def get_initial(self) -> dict[str, Any]:
        """Nothing is lost by not looking."""
        return {"what": "keep"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's own signature
        """With what it has."""
        return super().get_context_data(**kwargs) | {"has": accounts.possessions(cast(User, self.request.user))}

    def form_valid(self, form: WithPassword) -> HttpResponse:
        """Deletes it."""
        accounts.delete(self.request, form.user, keep=form.cleaned_data["what"] == "keep")
        return redirect("account_deleted")


mail_changed = told(
    "The mail address is changed", "It is the one that a new password is sent to.", "account", "Your account"
)
account_deleted = told(
    "Your account is deleted", "You are signed out. Everything works without an account.", "start", "Your boards"
)
