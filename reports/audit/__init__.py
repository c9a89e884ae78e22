"""A second reader of a finished run, which shares no code with its writer.

``python -m reports.audit build/conformance``, from the project's folder.
"""
