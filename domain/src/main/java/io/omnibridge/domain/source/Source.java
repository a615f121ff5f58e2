package io.omnibridge.domain.source;

/** A service of a provider in which an account can be searched. */
public enum Source {
    GMAIL,
    DRIVE,
    CALENDAR,
    GITHUB,
    NOTION,
    SLACK,
    OUTLOOK,
    ONEDRIVE
}
