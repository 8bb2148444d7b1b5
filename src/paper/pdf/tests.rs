//! What a PDF promises, read from the pages before they are drawn and from the bytes after.
