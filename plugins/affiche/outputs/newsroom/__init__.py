"""The newsletter desk: what editors of newsletters take, as pages, as HTML for mails and as plain text."""
