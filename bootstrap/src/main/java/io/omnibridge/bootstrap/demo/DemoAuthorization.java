package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The authorization server of the demo: a consent page on which a person chooses one of a few invented accounts, tokens for codes and
 * refresh tokens (RFC 6749 §4.1, §6, with PKCE), and revocation (RFC 7009). It has one public client. Thread-safe.
 */
final class DemoAuthorization {

    static final String CLIENT_ID = "omnibridge-demo";

    /** The paths of it all begin so. */
    static final String BASE = "/oauth";

    /** The accounts that a person can choose. */
    static final List<String> ACCOUNTS = List.of("alice", "alice.work");

    private static final String PAGE = DemoResources.text("consent.html");

    private final DemoCodes<String> codes;
    private final DemoGrants grants;

    DemoAuthorization(DemoCodes<String> codes, DemoGrants grants) {
        this.codes = codes;
        this.grants = grants;
    }

    /**
     * Answers a request.
     *
     * @param parameters those of the query, or of the form of a POST
     */
    DemoResponse respond(String method, String path, Map<String, String> parameters) {
        boolean isForm = method.equals("POST");
        return switch (path) {
            case BASE + "/authorize" -> isForm ? decided(parameters) : consentPage(parameters);
            case BASE + "/token" -> isForm ? token(parameters) : DemoResponse.failed(405, "tokens are for POST");
            case BASE + "/revoke" ->
                isForm ? revoked(parameters) : DemoResponse.failed(405, "revocations are for POST");
            default -> DemoResponse.failed(404, "there is no such path");
        };
    }

    private static DemoResponse consentPage(Map<String, String> parameters) {
        return DemoConsent.of(parameters)
                .map(it -> DemoResponse.page(PAGE, parameters))
                .orElseGet(DemoConsent::malformed);
    }

    private DemoResponse decided(Map<String, String> parameters) {
        String account = parameters.getOrDefault("account", "");
        return DemoConsent.of(parameters)
                .map(request -> DemoResponse.redirect(
                        ACCOUNTS.contains(account)
                                ? request.location("code", codes.issue(request, account))
                                : request.location("error", "access_denied")))
                .orElseGet(DemoConsent::malformed);
    }

    private DemoResponse token(Map<String, String> parameters) {
        Optional<DemoTokenPair> tokens = "refresh_token".equals(parameters.get("grant_type"))
                ? grants.refresh(parameters.getOrDefault("refresh_token", ""))
                : codes.exchange(parameters).map(grants::begin);
        return tokens.map(it -> DemoResponse.ok(described(it)))
                .orElseGet(() -> DemoResponse.failed(400, "invalid_grant"));
    }

    private static ObjectNode described(DemoTokenPair tokens) {
        return DemoResponse.object()
                .put("token_type", "Bearer")
                .put("access_token", tokens.accessToken())
                .put("refresh_token", tokens.refreshToken())
                .put("expires_in", DemoGrants.ACCESS_TOKEN_LIFETIME.toSeconds())
                .put("scope", "read");
    }

    private DemoResponse revoked(Map<String, String> parameters) {
        grants.revoke(parameters.getOrDefault("token", ""));
        return DemoResponse.ok(DemoResponse.object());
    }
}
