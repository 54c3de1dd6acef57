"""What the API server says of an object."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor.engine.errors import Place
from editor.manifests.located import Located

INVALID, REQUIRED, FORBIDDEN, NOT_SUPPORTED, TOO_LONG = "Invalid", "Required", "Forbidden", "NotSupported", "TooLong"
UNKNOWN_FIELD, DUPLICATE_KEY, DECODE, BAD_REQUEST = "UnknownField", "DuplicateKey", "Decode", "BadRequest"
SERVER_WARNING, KUBECTL_APPLY = "Warning", "KubectlApply"


@dataclass(frozen=True, slots=True)
class Finding:
    """One error or warning: the field's path, the type, the server's message, and where it stands in the text."""

    field: str
    type: str
    message: str
    place: Place

    def as_json(self) -> dict[str, object]:
        """The shape of the outside contract."""
        return {
            "field": self.field,
            "type": self.type,
            "message": self.message,
            "line": self.place.line,
            "column": self.place.column,
        }


@dataclass(slots=True)
class Answer:
    """Everything the server says of one object. ``version``: the minor version of Kubernetes 1 that is asked."""

    version: int
    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    def invalid(self, path: str, value: object, why: str, at: Located) -> None:
        """The value breaks a rule."""
        self._refuse(path, INVALID, f"Invalid value: {shown(value)}: {why}", at)

    def required(self, path: str, why: str, at: Located) -> None:
        """The value is missing."""
        self._refuse(path, REQUIRED, f"Required value: {why}" if why else "Required value", at)

    def forbidden(self, path: str, why: str, at: Located) -> None:
        """The value may not stand here."""
        self._refuse(path, FORBIDDEN, f"Forbidden: {why}", at)

    def not_supported(self, path: str, value: str, supported: tuple[str, ...], at: Located) -> None:
        """The value is none of those that exist."""
        known = ", ".join(quoted(one) for one in supported)
        self._refuse(path, NOT_SUPPORTED, f"Unsupported value: {quoted(value)}: supported values: {known}", at)

    def too_long(self, path: str, limit: int, at: Located) -> None:
        """The value takes more bytes than ``limit``."""
        self._refuse(path, TOO_LONG, f"Too long: may not be more than {limit} bytes", at)

    def warn(self, path: str, message: str, at: Located, kind: str = SERVER_WARNING) -> None:
        """Accepted all the same."""
        self.warnings.append(Finding(path, kind, message, at.place))

    def _refuse(self, path: str, kind: str, message: str, at: Located) -> None:
        self.errors.append(Finding(path, kind, message, at.place))


def shown(value: object) -> str:
    """A bad value as the server prints it."""
    return quoted(value) if isinstance(value, str) else str(value)


def quoted(text: str) -> str:
    """Text as Go's ``%q`` prints it."""
    return '"' + "".join(_ESCAPES.get(one) or (one if one.isprintable() else _escaped(one)) for one in text) + '"'


_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\v": "\\v",
}
_ASCII_END, _BASIC_PLANE_END = 0x7F, 0xFFFF


def _escaped(character: str) -> str:
    code = ord(character)
    if code <= _ASCII_END:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _BASIC_PLANE_END else f"\\U{code:08x}"
