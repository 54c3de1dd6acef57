"""The API server's own validation: strict decoding, metadata and NetworkPolicy rules, in its own words."""
