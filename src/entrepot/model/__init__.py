"""Frozen records of what the program handles: no input, no output, no clock.

One module a noun; the plural room makes what the singular module describes.
"""
