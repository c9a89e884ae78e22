"""The procedure in pure Python, in floors: a module imports only from those below its own.

- `rules`: the table of decisions, which says what function takes each;
- `steps`: these functions;
- `desk`: what a step is given;
- `ports`: what it needs of the world, as protocols; `texts`: what a person may type;
- `values`: what is typed, kept and refused; `policy`: the numbers and alphabets.

Nothing here knows of the web, the database, the mail server or the wall clock.
"""
