package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.connect.AttemptFailure;
import java.util.EnumSet;
import java.util.Set;

/** Messages for people: why an attempt failed, and what they can do. */
final class FailureMessages {

    /** Failures between OmniBridge and the provider, which neither the user nor the client caused. */
    private static final Set<AttemptFailure> OF_PROVIDER = EnumSet.of(
            AttemptFailure.CLIENT_REFUSED,
            AttemptFailure.EXCHANGE_REFUSED,
            AttemptFailure.PROVIDER_UNREACHABLE,
            AttemptFailure.UNUSABLE_ANSWER,
            AttemptFailure.EXCHANGE_UNKNOWN);

    private FailureMessages() {}

    /** Returns whether the attempt failed between OmniBridge and the provider. */
    static boolean isCausedByProvider(AttemptFailure reason) {
        return OF_PROVIDER.contains(reason);
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
            case CLIENT_REFUSED ->
                "The provider does not accept this service as its client; tell the operator of this service.";
            case EXCHANGE_REFUSED ->
                "The provider rejected the request of this service; tell the operator of this service.";
            case PROVIDER_UNREACHABLE -> "The provider could not be reached; begin again later.";
            case UNUSABLE_ANSWER ->
                "The provider sent an unusable response; begin again, and if that fails too, tell the operator of this"
                        + " service.";
            case PROVIDER_CHANGED -> "The provider's configuration changed after the attempt had begun; begin again.";
            case EXCHANGE_UNKNOWN -> "The provider failed, or its response was lost; begin again.";
            case QUOTA_EXCEEDED -> "The user has the maximum number of accounts; unlink one, and begin again.";
            case UNLINKED -> "The account was unlinked while it was being connected; begin again to link it.";
            case CANCELLED -> "The attempt was cancelled; begin again to connect the account.";
        };
    }
}
