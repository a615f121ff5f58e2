package io.omnibridge.adapters.store.auditlog;

/** Result of verifying one audit log. */
public sealed interface VerificationResult {

    /** Returns the result for the operator, such as {@code changed at 3}. */
    String inWords();

    /** Every event is as it was appended, and none is missing before {@code head}. */
    record Intact(StoredChainHead head) implements VerificationResult {

        @Override
        public String inWords() {
            return "intact with " + head.count();
        }
    }

    /**
     * All is as it was appended from the base on, but the chain head that was kept is from before the base: what it would prove was
     * pruned by the service.
     */
    record Pruned(StoredChainHead base, StoredChainHead head) implements VerificationResult {

        @Override
        public String inWords() {
            return "pruned up to " + base.count() + ", then intact with " + head.count();
        }
    }

    /** There is a fault at {@code position}. */
    record Broken(Fault fault, long position) implements VerificationResult {

        @Override
        public String inWords() {
            return fault.words + " " + position;
        }
    }

    /** Kind of fault. */
    enum Fault {
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

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** Returns the result that has this fault at {@code position}. */
        public VerificationResult at(long position) {
            return new Broken(this, position);
        }
    }
}
