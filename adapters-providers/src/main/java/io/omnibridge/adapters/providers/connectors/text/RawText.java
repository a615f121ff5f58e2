package io.omnibridge.adapters.providers.connectors.text;

/**
 * Text of a document before its characters are looked at.
 *
 * @param hiddenTextRemoved how many hidden pieces were left out
 * @param linksRemoved how many URLs that carry a permission were left out
 * @param isTruncated whether the document goes on
 */
record RawText(String text, int hiddenTextRemoved, int linksRemoved, boolean isTruncated) {}
