"""Seals: a Merkle tree over the log, signed checkpoints of it, proofs, and the check that nothing was altered."""
