"""Rows: a table for each thing that a person names, with its uniqueness and references as database constraints."""

from editor.models.board import Board
from editor.models.connection import Connection
from editor.models.delivery import Delivery
from editor.models.expectation import Expectation
from editor.models.host import ExternalHost
from editor.models.namespace import Namespace
from editor.models.own_lesson import OwnLesson
from editor.models.pod import Pod
from editor.models.policy import Draft, Policy, TextUpdate
from editor.models.progress import Progress
from editor.models.revision import Idle, Milestone, Revision
from editor.models.sharing import Grant, ShareLink, Visit
from editor.models.workshop import Device, Seat, Workshop, WorkshopLesson

__all__ = [
    "Board",
    "Connection",
    "Delivery",
    "Device",
    "Draft",
    "Expectation",
    "ExternalHost",
    "Grant",
    "Idle",
    "Milestone",
    "Namespace",
    "OwnLesson",
    "Pod",
    "Policy",
    "Progress",
    "Revision",
    "Seat",
    "ShareLink",
    "TextUpdate",
    "Visit",
    "Workshop",
    "WorkshopLesson",
]
