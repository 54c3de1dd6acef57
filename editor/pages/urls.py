"""The addresses of the pages."""

from django.urls import path

from editor.pages import views

urlpatterns = [
    path("", views.start, name="start"),
    path("boards/<uuid:board_id>/", views.board, name="board"),
    path("boards/<uuid:board_id>", views.board),
    path("share/<str:secret>/", views.share, name="share"),
    path("share/<str:secret>", views.share),
]
