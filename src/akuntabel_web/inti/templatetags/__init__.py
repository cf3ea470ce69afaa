"""Tags of all templates."""
