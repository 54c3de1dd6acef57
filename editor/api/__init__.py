"""The REST interface: reads what came, calls one service, answers. The shapes are those of the wire."""
