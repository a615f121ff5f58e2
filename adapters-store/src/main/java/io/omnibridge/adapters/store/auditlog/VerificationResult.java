package io.omnibridge.adapters.store.auditlog;

/** What the check of a record found. */
public sealed interface VerificationResult {

    /** For the operator, with the position, such as {@code changed at 3}. */
    String inWords();

    /** Every event is as it was recorded, and none is missing before {@code head}. */
    record Intact(StoredChainHead head) implements VerificationResult {

        @Override
        public String inWords() {
            return "intact with " + head.count();
        }
    }

    /** The event at {@code position} is not the one that was recorded there. */
    record Changed(long position) implements VerificationResult {

        @Override
        public String inWords() {
            return "changed at " + position;
        }
    }

    /** The event that belongs at {@code position} is in the record, in another place. */
    record Reordered(long position) implements VerificationResult {

        @Override
        public String inWords() {
            return "reordered at " + position;
        }
    }

    /** There is no event at {@code position}, and there are later ones. */
    record Missing(long position) implements VerificationResult {

        @Override
        public String inWords() {
            return "missing at " + position;
        }
    }

    /** The record ends before {@code position}, where a head says that it had an event. */
    record Truncated(long position) implements VerificationResult {

        @Override
        public String inWords() {
            return "truncated at " + position;
        }
    }

    /** There are events from {@code position} on, and the head that the store keeps says that the record ends before. */
    record HeadPutBack(long position) implements VerificationResult {

        @Override
        public String inWords() {
            return "head put back before " + position;
        }
    }
}
