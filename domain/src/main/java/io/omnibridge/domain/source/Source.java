package io.omnibridge.domain.source;

/** Something searchable behind an account. */
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
