"""Every address of the product."""

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("editor.api.urls")),
    path("", include("editor.pages.urls")),
]
handler404 = "editor.config.faults.not_found"
handler500 = "editor.config.faults.broken"
