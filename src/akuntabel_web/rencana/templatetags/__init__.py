"""Filters of the plan's templates."""
