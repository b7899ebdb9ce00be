"""Lists of any size: a table of medicines in, the same table with ``rls_`` columns out.

``files`` takes a file of any kind to another, ``delimited`` CSV and TSV, ``ndjson`` one object a
line, ``parquet`` Parquet; ``frames`` does the same for tables in memory. ``columns`` says which
column holds the medicines and which are added, ``answering`` answers each distinct text once.
"""
