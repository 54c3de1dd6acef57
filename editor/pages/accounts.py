"""The account pages: sign up, sign in and out, passwords, and the boards that one takes along."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.contrib.auth.mixins import LoginRequiredMixin
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import FormView

from editor.pages.account_forms import ResetForm, SignUpForm
from editor.pages.vite import NotBuiltError, entry
from editor.services import access, accounts, ownership
from editor.services.attempts import too_many

TOO_MANY = "Too many attempts. Wait a while, then try again."


def look() -> dict[str, Any]:
    """The style of the product; the pages work without it."""
    try:
        return {"look": entry("src/account.ts")}
    except NotBuiltError:
        return {}


class AccountPage(FormView):
    """What all of them have in common. ``limited``: what is counted when the form is sent, and by which field."""

    title = ""
    limited: tuple[str, str] | None = None

    @method_decorator([never_cache, sensitive_post_parameters()])
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        """Written out, not decorated from outside: that would go past what the views beside it check here."""
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's own signature
        """The page's title and style."""
        return super().get_context_data(**kwargs) | {"title": self.title} | look()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ANN401
        """Refuses an attempt too many before anything of it is looked at."""
        attempt = self.attempted()
        if attempt is not None and too_many(request, *attempt):
            unsent = {key: held for key, held in self.get_form_kwargs().items() if key not in ("data", "files")}
            form = self.get_form_class()(**unsent)
            return self.render_to_response(self.get_context_data(form=form, fault=TOO_MANY), status=429)
        return super().post(request, *args, **kwargs)

    def attempted(self) -> tuple[str, str] | None:
        """What sending the form counts as, and for whose name."""
        if self.limited is None:
            return None
        what, field = self.limited
        return what, self.request.POST.get(field, "")


class SignIn(AccountPage, auth.LoginView):
    """Name and password."""

    title = "Sign in"
    limited = ("sign in", "username")
    template_name = "account/sign_in.html"
    redirect_authenticated_user = True

    def get_form(self, form_class: Any = None) -> AuthenticationForm:  # noqa: ANN401 - Django's own signature
        """In the product's words."""
        form: AuthenticationForm = super().get_form(form_class)
        form.fields["username"].label = "Name"
        form.error_messages["invalid_login"] = "This name and this password do not belong together."
        return form

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Signs in, and offers to take the browser's boards along."""
        accounts.enter(self.request, form.get_user())
        return onward(self.request, self.get_success_url())


class SignUp(auth.RedirectURLMixin, AccountPage):
    """A new account."""

    title = "Sign up"
    limited = ("sign up", "username")
    template_name = "account/sign_up.html"
    form_class = SignUpForm
    next_page = "start"
    redirect_field_name = "next"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's own signature
        """With where to go on to."""
        return super().get_context_data(**kwargs) | {"next": self.get_redirect_url()}

    def form_valid(self, form: Form) -> HttpResponse:
        """Makes the account and signs it in."""
        accounts.enter(self.request, form.save())  # type: ignore[attr-defined]
        return onward(self.request, self.get_success_url())


def onward(request: HttpRequest, address: str) -> HttpResponse:
    """Goes on to an address that is known to be ours, by way of the offer to take boards along."""
    if ownership.claimable(access.person(request.session)):
        return redirect(f"{reverse('claim')}?{urlencode({'next': address})}")
    return redirect(address)


class Claim(LoginRequiredMixin, auth.RedirectURLMixin, AccountPage):
    """The boards that were made in this browser: taken along into the account, or left where they are."""

    title = "Take your boards along?"
    template_name = "account/claim.html"
    form_class = Form  # there is nothing to fill in
    next_page = "start"
    redirect_field_name = "next"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's own signature
        """With the boards."""
        boards = ownership.claimable(access.person(self.request.session))
        return super().get_context_data(**kwargs) | {"boards": boards, "next": self.get_success_url()}

    def form_valid(self, form: Form) -> HttpResponse:  # noqa: ARG002
        """Takes them."""
        ownership.claim(access.person(self.request.session))
        return redirect(self.get_success_url())


@require_POST
@never_cache
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session of the account."""
    accounts.leave(request)
    return redirect("start")


@login_required
@never_cache
@require_http_methods(["GET", "HEAD"])
def account(request: HttpRequest) -> HttpResponse:
    """What one has, and can do, with an account."""
    boards = ownership.claimable(access.person(request.session))
    return render(request, "account/account.html", {"title": "Your account", "boards": boards} | look())


class PasswordChange(AccountPage, auth.PasswordChangeView):
    """Another password."""

    title = "Change the password"
    template_name = "account/form.html"
    success_url = reverse_lazy("password_changed")
    extra_context = {"button": "Change the password", "back": reverse_lazy("account")}

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        """This session stays signed in; all others of the account end."""
        answer = super().form_valid(form)
        accounts.password_changed(form.user)
        return answer


class Reset(AccountPage, auth.PasswordResetView):
    """A mail with a link to a new password."""

    title = "Forgot the password?"
    limited = ("reset", "email")
    template_name = "account/form.html"
    email_template_name = "account/reset_mail.txt"
    subject_template_name = "account/reset_subject.txt"
    form_class = ResetForm
    success_url = reverse_lazy("reset_sent")
    extra_context = {
        "words": "Write the mail address of your account. We send a link that sets a new password.",
        "button": "Send the link",
        "back": reverse_lazy("sign_in"),
    }


class NewPassword(AccountPage, auth.PasswordResetConfirmView):
    """The new password, by the link of the mail."""

    title = "Set a new password"
    template_name = "account/new_password.html"
    success_url = reverse_lazy("reset_done")

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        """Every session of the account ends."""
        answer = super().form_valid(form)
        accounts.password_changed(form.user)
        return answer


def told(title: str, words: str, to: str, link: str) -> Any:  # noqa: ANN401 - a view
    """A page that says that something was done."""

    @never_cache
    def page(request: HttpRequest) -> HttpResponse:
        address = resolve_url(to)
        return render(
            request, "account/told.html", {"title": title, "words": words, "to": address, "link": link} | look()
        )

    return page


password_changed = told("The password is changed", "You are signed out everywhere else.", "account", "Your account")
reset_sent = told(
    "Look into your mail",
    "If an account has this address, a link to a new password is on its way there. It holds for a day.",
    "sign_in",
    "Sign in",
)
reset_done = told("The new password is set", "Sign in with it now.", "sign_in", "Sign in")
