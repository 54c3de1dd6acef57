"""The schema, and documentation made from it that needs nothing from other hosts."""

from __future__ import annotations

from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView


class SchemaView(SpectacularAPIView):
    """The OpenAPI schema, as YAML or, when asked for, as JSON."""

    renderer_classes = [OpenApiYamlRenderer, OpenApiJsonRenderer]


@extend_schema(exclude=True)
class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI from our own host; its script is a file of its own, as the content security policy wants."""

    url_name = "schema"
    template_name = "docs.html"
