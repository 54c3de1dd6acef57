"""The live connection of a board: a thin door between the WebSocket and the services."""
