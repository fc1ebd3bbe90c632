"""Which complaint handler has which case, and who said so."""

from infra.assignments.assignment import Assigned, Assignment, UnfitAssignmentError
from infra.assignments.log import Assignments

__all__ = ["Assigned", "Assignment", "Assignments", "UnfitAssignmentError"]
