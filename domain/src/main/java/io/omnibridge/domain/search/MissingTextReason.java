package io.omnibridge.domain.search;

/** Why an item has no text. */
public enum MissingTextReason {
    /** The item has none. */
    NO_TEXT,
    /** OmniBridge does not read such items as text. */
    NOT_SUPPORTED,
    TOO_LARGE
}
