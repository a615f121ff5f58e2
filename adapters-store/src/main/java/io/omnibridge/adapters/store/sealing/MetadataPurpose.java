package io.omnibridge.adapters.store.sealing;

/** What a fact about the whole vault is for: sealed for one purpose, it does not open for another. */
public enum MetadataPurpose {

    /** Tells whether a key is there. */
    CHECK("check"),

    /** The key of the records' MACs. */
    RECORD_KEY("record-key");

    private final String word;

    MetadataPurpose(String word) {
        this.word = word;
    }

    /** As it stands in the associated data: it never changes. */
    String word() {
        return word;
    }
}
