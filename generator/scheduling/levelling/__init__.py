"""Delays work until people are free for it: least delays between starts, capacities, the shortest schedule found.

The package knows no plan and no calendar: times are whole numbers of a unit that whoever asks maps working time to.
Terms and methods are those of resource-constrained project scheduling (Kolisch and Hartmann 1999).
"""
