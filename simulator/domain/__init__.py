"""The procedure in pure Python: values, rules, policy and one function per step.

Nothing here knows of the web, the database, the mail server or the wall clock; what a step needs
of them is a `Protocol` of `ports`.
"""
