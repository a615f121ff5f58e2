package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import java.util.Optional;
import java.util.Set;

/**
 * Response to a revocation request. Only what the provider documents counts as revoked: a wrong URL responds too, with 404, a
 * page, or an error of another API.
 */
final class RevocationResponse {

    /** Slack's errors for a token that is no longer valid. {@code invalid_auth} can also mean a forbidden IP address. */
    private static final Set<String> SLACK_ENDED = Set.of("token_revoked", "token_expired", "account_inactive");

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;

    private final ProviderEntry entry;
    private final int status;
    private final Optional<JsonNode> json;
    private final Optional<String> error;

    RevocationResponse(ProviderEntry entry, ProviderResponse response) {
        this.entry = entry;
        this.status = response.status();
        this.json = ProviderJson.object(response);
        boolean mayBeError = status / 100 == 4 || entry.tokens().errors().mayHaveStatus200();
        this.error = json.flatMap(it -> ProviderJson.text(it, "error")).filter(it -> mayBeError);
    }

    /** Returns whether the token is revoked, or was no longer valid. */
    boolean isRevoked() {
        return switch (entry.revocation()) {
            case RFC7009 -> isSuccess(OK, NO_CONTENT) || isUnknownToken();
            case GOOGLE -> isSuccess(OK) || isUnknownToken();
            case GITHUB -> isSuccess(NO_CONTENT);
            case NOTION -> (isSuccess(OK) && json.isPresent()) || isUnknownToken();
            case SLACK ->
                status == OK
                        && (isRevokedAtSlack()
                                || error.filter(SLACK_ENDED::contains).isPresent());
            case NONE -> false;
        };
    }

    /** Returns whether the provider never revokes such a token (RFC 7009 §2.2.1). */
    boolean isUnsupported() {
        return error.equals(Optional.of("unsupported_token_type"));
    }

    private boolean isSuccess(Integer... documented) {
        return error.isEmpty() && Set.of(documented).contains(status);
    }

    private boolean isUnknownToken() {
        boolean mayName = status == BAD_REQUEST
                || (status == OK && entry.tokens().errors().mayHaveStatus200());
        return mayName && error.equals(Optional.of("invalid_token"));
    }

    private boolean isRevokedAtSlack() {
        return json.filter(it ->
                        it.path("ok").asBoolean(false) && it.path("revoked").asBoolean(true))
                .isPresent();
    }
}
