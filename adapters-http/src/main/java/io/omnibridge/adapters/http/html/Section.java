package io.omnibridge.adapters.http.html;

/** Entries of the navigation. */
public enum Section {
    ACCOUNTS("/ui/accounts", "nav.accounts"),
    ACTIVITY("/ui/activity", "nav.activity"),
    LEASES("/ui/leases", "nav.leases"),
    /** Stands for a page that the navigation does not have. */
    NONE("", "");

    private final String path;
    private final String textKey;

    Section(String path, String textKey) {
        this.path = path;
        this.textKey = textKey;
    }

    public String path() {
        return path;
    }

    /** Returns the key of the entry's text. */
    public String textKey() {
        return textKey;
    }
}
