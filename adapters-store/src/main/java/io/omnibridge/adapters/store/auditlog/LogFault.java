package io.omnibridge.adapters.store.auditlog;

/** Kind of fault. */
public enum LogFault {
    /** The event at the position is not the one that was appended there. */
    CHANGED("changed at"),
    /** The event that belongs at the position is in the audit log, at another position. */
    REORDERED("reordered at"),
    /** There is no event at the position, and there are later ones. */
    MISSING("missing at"),
    /** The audit log ends before the position, where a chain head says that it had an event. */
    TRUNCATED("truncated at"),
    /** There are events from the position on, and the stored chain head says that the audit log ends before. */
    HEAD_PUT_BACK("head put back before"),
    /** The log was pruned up to the position, and not by the service. */
    BASE_CHANGED("base changed at");

    final String words;

    LogFault(String words) {
        this.words = words;
    }

    /** Returns the result that has this fault at {@code position}. */
    public VerificationResult at(long position) {
        return new VerificationResult.Broken(this, position);
    }
}
