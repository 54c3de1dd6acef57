"""Settings, addresses and the ASGI application: everything is plugged together here."""
