package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.connect.AttemptFailure;

/** Messages for people: why an attempt failed, and what they can do. */
final class FailureMessages {

    private FailureMessages() {}

    /** Returns whether the provider caused the failure: its response was unusable or never arrived. */
    static boolean isCausedByProvider(AttemptFailure reason) {
        return reason == AttemptFailure.UNUSABLE_ANSWER || reason == AttemptFailure.EXCHANGE_UNKNOWN;
    }

    /** Returns one sentence. It contains nothing that the provider sent. */
    static String sentence(AttemptFailure reason) {
        return switch (reason) {
            case ACCESS_DENIED -> "The permission was not granted at the provider; begin again to grant it.";
            case PROVIDER_ERROR ->
                "The provider rejected the request for permission; begin again, and if that fails too, tell the operator"
                        + " of this service.";
            case WRONG_ISSUER ->
                "The response came from another provider than the one asked, so it was discarded; begin again.";
            case WRONG_TICKETS -> "The attempt received too many wrong tickets; begin again.";
            case CODE_REFUSED -> "The provider rejected the authorization code; begin again.";
            case UNUSABLE_ANSWER ->
                "The provider sent an unusable response; begin again, and if that fails too, tell the operator of this"
                        + " service.";
            case PROVIDER_CHANGED -> "The provider's configuration changed after the attempt had begun; begin again.";
            case EXCHANGE_UNKNOWN -> "The provider's response was lost; begin again.";
            case QUOTA_EXCEEDED -> "The user has the maximum number of accounts; unlink one, and begin again.";
            case UNLINKED -> "The account was unlinked while it was being connected; begin again to link it.";
        };
    }
}
