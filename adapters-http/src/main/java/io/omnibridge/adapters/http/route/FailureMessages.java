package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.connect.AttemptFailure;

/** What people are told of why an attempt came to nothing, and what they can do about it. */
final class FailureMessages {

    private FailureMessages() {}

    /** Whether it was for the provider to answer, and it did not, or not as a provider does. */
    static boolean isOfProvider(AttemptFailure reason) {
        return reason == AttemptFailure.UNUSABLE_ANSWER || reason == AttemptFailure.EXCHANGE_UNKNOWN;
    }

    /** One sentence, in words of our own: nothing that the provider said is in it. */
    static String sentence(AttemptFailure reason) {
        return switch (reason) {
            case ACCESS_DENIED -> "The permission was not given at the provider; begin again to give it.";
            case PROVIDER_ERROR ->
                "The provider refused the request for permission; begin again, and if that does not help, tell whoever runs"
                        + " this service.";
            case WRONG_ISSUER ->
                "The answer did not come from the provider that was asked, so nothing was done with it; begin again.";
            case WRONG_TICKETS -> "Too many wrong tickets were shown, which ended the attempt; begin again.";
            case CODE_REFUSED -> "The provider did not accept the code that it had given out; begin again.";
            case UNUSABLE_ANSWER ->
                "The provider's answer cannot be used; begin again, and if that does not help, tell whoever runs this"
                        + " service.";
            case PROVIDER_CHANGED ->
                "The provider was set up differently here after the attempt had begun; begin again.";
            case EXCHANGE_UNKNOWN -> "The provider's answer was lost on the way; begin again.";
            case QUOTA_EXCEEDED -> "The user has as many accounts as a user may have; unlink one, and begin again.";
        };
    }
}
