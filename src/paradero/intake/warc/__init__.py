"""Web archives: WARC files record by record, WACZ files archive by archive, and what one record says."""
