-- Words to find things by. Accents are folded; prefixes of two and three letters are indexed.
create virtual table search using fts5 (
    kind unindexed,
    id unindexed,
    title,
    body,
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '2 3'
);
