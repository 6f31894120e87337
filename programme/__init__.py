"""`make programme`: the pages of the printed programmes as PDFs, which the next build puts beside them."""
