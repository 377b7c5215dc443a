"""Readings and cases in forms that other tools open; each form's module says which standard it follows and what it leaves out."""
