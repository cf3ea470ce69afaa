"""The perjanjian kinerja against plan, budget and measurement."""
