"""What ``python -m gan bench`` measures; one module a bench."""
