"""What the plan file itself must hold: ids, references, an order without circles."""
