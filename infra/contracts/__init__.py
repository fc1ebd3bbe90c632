"""What others build on: the topics and their messages as documents, generated from the events."""
