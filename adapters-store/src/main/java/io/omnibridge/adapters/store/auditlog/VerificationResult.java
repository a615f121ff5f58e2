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
    record Broken(LogFault fault, long position) implements VerificationResult {

        @Override
        public String inWords() {
            return fault.words + " " + position;
        }
    }
}
