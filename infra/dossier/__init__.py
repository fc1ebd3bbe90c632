"""The appeal dossier: one case in one file, with the proof that its events are in the sealed log."""
