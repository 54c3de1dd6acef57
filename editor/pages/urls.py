"""The addresses of the pages."""

from django.urls import path

from editor.pages import account_changes, accounts, views, workshops

urlpatterns = [
    path("", views.start, name="start"),
    path("boards/<uuid:board_id>/", views.board, name="board"),
    path("boards/<uuid:board_id>", views.board),
    path("share/<str:secret>/", views.share, name="share"),
    path("share/<str:secret>", views.share),
    path("workshops/", workshops.listed, name="workshops"),
    path("workshops", workshops.listed),
    path("workshops/<uuid:workshop_id>/", workshops.workshop, name="workshop"),
    path("workshops/<uuid:workshop_id>", workshops.workshop),
    path("workshops/<uuid:workshop_id>/present/", workshops.workshop),
    path("j/", workshops.join, name="join"),
    path("j", workshops.join),
    path("j/<str:code>/", workshops.join),
    path("j/<str:code>", workshops.join),
    path("return/<str:code>/", workshops.come_back),
    path("return/<str:code>", workshops.come_back),
    path("account/", accounts.account, name="account"),
    path("account/sign-in/", accounts.SignIn.as_view(), name="sign_in"),
    path("account/sign-up/", accounts.SignUp.as_view(), name="sign_up"),
    path("account/sign-out/", accounts.sign_out, name="sign_out"),
    path("account/boards/", accounts.Claim.as_view(), name="claim"),
    path("account/password/", accounts.PasswordChange.as_view(), name="password_change"),
    path("account/password/changed/", accounts.password_changed, name="password_changed"),
    path("account/mail/", account_changes.ChangeMail.as_view(), name="mail"),
    path("account/mail/changed/", account_changes.mail_changed, name="mail_changed"),
    path("account/delete/", account_changes.DeleteAccount.as_view(), name="delete_account"),
    path("account/deleted/", account_changes.account_deleted, name="account_deleted"),
    path("account/reset/", accounts.Reset.as_view(), name="reset"),
    path("account/reset/sent/", accounts.reset_sent, name="reset_sent"),
    path("account/reset/<uidb64>/<token>/", accounts.NewPassword.as_view(), name="new_password"),
    path("account/reset/done/", accounts.reset_done, name="reset_done"),
]
