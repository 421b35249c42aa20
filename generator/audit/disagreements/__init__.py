"""Ways in which a rendered document departs from its plan or from another one, a module each."""
