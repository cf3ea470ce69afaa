"""Perjanjian kinerja: drafted from the plan, approved, signed, revised."""
