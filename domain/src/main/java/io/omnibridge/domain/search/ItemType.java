package io.omnibridge.domain.search;

/** What an item is. */
public enum ItemType {
    /** A mail. */
    MAIL,
    FILE,
    FOLDER,
    EVENT,
    ISSUE,
    PULL_REQUEST,
    /** A page of a wiki. */
    PAGE,
    /** A table of a wiki. */
    DATA_SOURCE,
    /** A message of a chat. */
    MESSAGE
}
