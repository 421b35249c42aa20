"""What decisions tell of the plan's own data: rows of tables, scopes, values, orders."""
