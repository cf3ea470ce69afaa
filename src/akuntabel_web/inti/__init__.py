"""The core: identifiers, context of a request, protection of tables, roles."""
