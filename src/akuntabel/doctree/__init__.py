"""Immutable document nodes, walks over them, transforms, and a text dump for tests."""
