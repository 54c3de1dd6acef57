"""The addresses of the interface, each with and without its last slash."""

from __future__ import annotations

from django.urls import URLPattern, path

from editor.api import (
    boards,
    comparing,
    docs,
    edits,
    evaluation,
    examples,
    expectations,
    export,
    fixes,
    flips,
    hazards,
    imports,
    lessons,
    problems,
    revisions,
    seats,
    sharing,
    tables,
    wishes,
    workshop_verbs,
    workshops,
)
from editor.api.items import item_paths

BOARD = "boards/<uuid:board_id>"
WORKSHOP = "workshops/<uuid:workshop_id>"
SEAT = f"{WORKSHOP}/seats/<uuid:seat_id>"
VIEWS = {
    "evaluate": evaluation.EvaluateView,
    "reachability": evaluation.ReachabilityView,
    "exposure": evaluation.ExposureView,
    "wishes": wishes.ManifestWishesView,
    "lint": problems.LintView,
    "fixes": fixes.FixesView,
    "examples": examples.ExamplesView,
    "lessons": lessons.LessonsView,
    "lessons/progress": lessons.ProgressView,
    "lessons/<slug:lesson>/start": lessons.StartView,
    "workshops": workshops.WorkshopsView,
    "workshops/look": workshops.LookView,
    "workshops/join": workshops.JoinView,
    "workshops/return": workshops.ReturnView,
    WORKSHOP: workshops.WorkshopView,
    f"{WORKSHOP}/lessons": workshop_verbs.AddLessonView,
    f"{WORKSHOP}/open": workshop_verbs.OpenLessonView,
    f"{WORKSHOP}/gate": workshop_verbs.GateView,
    f"{WORKSHOP}/freeze": workshop_verbs.FreezeView,
    f"{WORKSHOP}/release": workshop_verbs.ReleaseView,
    f"{WORKSHOP}/reset": workshop_verbs.ResetView,
    f"{WORKSHOP}/show": workshop_verbs.ShowView,
    f"{WORKSHOP}/close": workshop_verbs.CloseView,
    f"{WORKSHOP}/results": workshop_verbs.ResultsView,
    f"{WORKSHOP}/qr": workshop_verbs.QrView,
    f"{WORKSHOP}/seat": seats.OwnSeatView,
    f"{WORKSHOP}/seat/board": seats.OwnBoardView,
    SEAT: workshop_verbs.SeatView,
    f"{SEAT}/restore": workshop_verbs.RestoreSeatView,
    "me": boards.MeView,
    "deliveries": imports.DeliveriesView,
    "deliveries/<uuid:delivery_id>": imports.DeliveryView,
    "deliveries/<uuid:delivery_id>/preview": imports.PreviewView,
    "boards": boards.BoardsView,
    BOARD: boards.BoardView,
    f"{BOARD}/restore": boards.RestoreView,
    f"{BOARD}/duplicate": boards.DuplicateView,
    f"{BOARD}/owner": sharing.OwnerView,
    f"{BOARD}/links": sharing.LinksView,
    f"{BOARD}/links/<uuid:link_id>": sharing.LinkView,
    f"{BOARD}/verdicts": boards.VerdictsView,
    f"{BOARD}/problems": problems.ProblemsView,
    f"{BOARD}/expectations/results": expectations.ResultsView,
    f"{BOARD}/expectations/file": expectations.FileView,
    f"{BOARD}/reachability": tables.ReachabilityView,
    f"{BOARD}/why": tables.WhyView,
    f"{BOARD}/exposure": hazards.ExposureView,
    f"{BOARD}/attack": hazards.AttackView,
    f"{BOARD}/what-if": hazards.WhatIfView,
    f"{BOARD}/flips": flips.FlipsView,
    f"{BOARD}/wishes": wishes.WishesView,
    f"{BOARD}/lesson": lessons.LessonView,
    f"{BOARD}/lesson/hint": lessons.HintView,
    f"{BOARD}/lesson/predict": lessons.PredictView,
    f"{BOARD}/lesson/step": lessons.StepView,
    f"{BOARD}/lesson/reset": lessons.ResetView,
    f"{BOARD}/fixes": fixes.BoardFixesView,
    f"{BOARD}/revisions": revisions.RevisionsView,
    f"{BOARD}/revisions/<int:number>": revisions.RevisionView,
    f"{BOARD}/revisions/<int:number>/restore": revisions.RestoreView,
    f"{BOARD}/revisions/<int:number>/name": revisions.NameView,
    f"{BOARD}/compare": comparing.CompareView,
    f"{BOARD}/commands": edits.CommandsView,
    f"{BOARD}/undo": edits.UndoView,
    f"{BOARD}/redo": edits.RedoView,
    f"{BOARD}/import": imports.ImportView,
    f"{BOARD}/export": export.ExportView,
}


def _both() -> list[URLPattern]:
    return [path(f"{route}{slash}", view.as_view()) for route, view in VIEWS.items() for slash in ("/", "")]


urlpatterns = [
    *_both(),
    *item_paths(),
    path("schema/", docs.SchemaView.as_view(), name="schema"),
    path("schema", docs.SchemaView.as_view()),
    path("docs/", docs.DocsView.as_view(), name="docs"),
    path("docs", docs.DocsView.as_view()),
]
