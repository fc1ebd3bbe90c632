"""What those see who run Sagsspor: logs, traces, metrics, and whether a process is ready. None of it holds personal data."""
