package io.omnibridge.adapters.http.jwt;

/** Keys were not fetched. The message says why in words of ours; nothing of the answer is in it. */
final class FetchFailed extends Exception {

    private static final long serialVersionUID = 1L;

    FetchFailed(String message) {
        super(message);
    }
}
