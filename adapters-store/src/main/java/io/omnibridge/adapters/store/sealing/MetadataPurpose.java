package io.omnibridge.adapters.store.sealing;

/** Purpose of a sealed value of the vault metadata: sealed for one purpose, it does not open for another. */
public enum MetadataPurpose {

    /** Key check value: it opens only if the keyset has the key. */
    CHECK("check"),

    /** Key of the audit logs' MACs. */
    AUDIT_LOG_KEY("record-key");

    private final String word;

    MetadataPurpose(String word) {
        this.word = word;
    }

    /** Returns the purpose as it stands in the associated data, where it never changes. */
    String word() {
        return word;
    }
}
