package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.connect.AttemptFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why an exchange was refused, to the user by a reason and to the operator by a log line. */
final class RefusedExchange {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedExchange.class);

    private RefusedExchange() {}

    /** @param result anything but a success */
    static ExchangeResult failed(CodeExchange exchange, TokenResult result) {
        String code = result.error().map(error -> " (" + error + ")").orElse("");
        LOG.warn("{}: {}{}", exchange.name(), message(result.kind()), code);
        return exchange.failed(reason(result.kind()), result);
    }

    private static AttemptFailure reason(TokenResultKind kind) {
        return switch (kind) {
            case INVALID_CLIENT, CLIENT_OR_GRANT_REFUSED -> AttemptFailure.CLIENT_REFUSED;
            case INVALID_GRANT -> AttemptFailure.CODE_REFUSED;
            case OTHER_ERROR, REQUEST_REFUSED, WRONG_ENDPOINT -> AttemptFailure.EXCHANGE_REFUSED;
            case NOT_PROCESSED -> AttemptFailure.PROVIDER_UNREACHABLE;
            case OUTCOME_UNKNOWN -> AttemptFailure.EXCHANGE_UNKNOWN;
            case SUCCESS, UNREADABLE -> AttemptFailure.UNUSABLE_ANSWER;
        };
    }

    private static String message(TokenResultKind kind) {
        return switch (kind) {
            case INVALID_CLIENT ->
                "the provider refused this client: check client_id, the client secret and token_endpoint_auth";
            case CLIENT_OR_GRANT_REFUSED ->
                "the provider refused this client or the code: check client_id, the client secret, token_endpoint_auth,"
                        + " and whether the client may use the authorization code grant";
            case INVALID_GRANT ->
                "the provider refused the code: it expired or was used, or the redirect URI is not the registered one";
            case WRONG_ENDPOINT -> "there is no token endpoint at this URL: check token_url";
            case OTHER_ERROR, REQUEST_REFUSED ->
                "the provider refused the request, and blames neither the code nor this client: check the registration"
                        + " of the client, token_url, token_body and token_parameters";
            case NOT_PROCESSED -> "the provider was not reached, or was too busy: nothing was exchanged";
            case OUTCOME_UNKNOWN ->
                "the provider failed, or its response was lost: whether it issued tokens is unknown";
            case SUCCESS, UNREADABLE -> "the token response cannot be read";
        };
    }
}
