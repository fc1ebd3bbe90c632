"""The one way in: decode, check, dedupe, append."""
