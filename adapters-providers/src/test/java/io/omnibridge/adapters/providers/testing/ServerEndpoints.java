package io.omnibridge.adapters.providers.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Endpoints of a {@link HostileAuthorizationServer} that a client calls: metadata, keys, tokens, revocation, userinfo. */
final class ServerEndpoints {

    private final String issuer;
    private final Consents consents;
    private final IssuedTokens tokens;
    private final IdTokenIssuer idTokens;
    private final Map<String, Object> changedClaims = new HashMap<>();
    private final Map<String, Object> changedMetadata = new HashMap<>();
    private volatile Optional<String> userinfoSubject = Optional.empty();
    private volatile boolean isIssuerReturned = true;

    ServerEndpoints(String issuer, Consents consents, IssuedTokens tokens, IdTokenIssuer idTokens) {
        this.issuer = issuer;
        this.consents = consents;
        this.tokens = tokens;
        this.idTokens = idTokens;
    }

    void behave() {
        changedClaims.clear();
        changedMetadata.clear();
        userinfoSubject = Optional.empty();
    }

    void lie(String claim, @Nullable Object value) {
        changedClaims.put(claim, value);
    }

    void lieAtUserinfo(String subject) {
        userinfoSubject = Optional.of(subject);
    }

    void announce(String member, @Nullable Object value) {
        changedMetadata.put(member, value);
    }

    void returnIssuer(boolean isReturned) {
        isIssuerReturned = isReturned;
    }

    boolean isIssuerReturned() {
        return isIssuerReturned;
    }

    /** Returns what a server that behaves replies, except for the lies that were ordered. */
    Reply reply(RecordedRequest request) {
        return switch (request.path()) {
            case "/.well-known/openid-configuration" -> new Reply(200, metadata());
            case "/keys" -> new Reply(200, idTokens.keys());
            case "/userinfo" -> userinfo(request);
            case "/token" -> isClient(request) ? token(request) : Reply.error(401, "invalid_client");
            case "/revoke" -> isClient(request) ? revoke(request) : Reply.error(401, "invalid_client");
            default -> Reply.error(404, "not_found");
        };
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer);
        metadata.put("authorization_endpoint", issuer + "/authorize");
        metadata.put("token_endpoint", issuer + "/token");
        metadata.put("revocation_endpoint", issuer + "/revoke");
        metadata.put("jwks_uri", issuer + "/keys");
        metadata.put("userinfo_endpoint", issuer + "/userinfo");
        metadata.put("authorization_response_iss_parameter_supported", isIssuerReturned);
        metadata.putAll(changedMetadata);
        metadata.values().removeIf(Objects::isNull);
        return metadata;
    }

    private Reply token(RecordedRequest request) {
        if (request.parameter("grant_type").equals(Optional.of("refresh_token"))) {
            return request.parameter("refresh_token")
                    .flatMap(tokens::refresh)
                    .map(response -> new Reply(200, response))
                    .orElseGet(() -> Reply.error(400, "invalid_grant"));
        }
        return consents.exchange(request.form())
                .map(this::firstTokens)
                .orElseGet(() -> Reply.error(400, "invalid_grant"));
    }

    private Reply firstTokens(Consents.Consent consent) {
        Map<String, Object> response = tokens.issue(consent.subject(), consent.parameter("scope"));
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", HostileAuthorizationServer.CLIENT_ID);
        claims.put("sub", consent.subject());
        claims.put("nonce", consent.parameter("nonce"));
        response.put("id_token", idTokens.issue(claims, changedClaims));
        return new Reply(200, response);
    }

    private Reply revoke(RecordedRequest request) {
        request.parameter("token").ifPresent(tokens::revoke);
        return new Reply(200, Map.of());
    }

    private Reply userinfo(RecordedRequest request) {
        return request.header("authorization")
                .map(it -> it.replaceFirst("^Bearer ", ""))
                .flatMap(tokens::subjectOf)
                .map(subject -> new Reply(200, Map.of("sub", (Object) userinfoSubject.orElse(subject))))
                .orElseGet(() -> Reply.error(401, "invalid_token"));
    }

    private static boolean isClient(RecordedRequest request) {
        String pair = HostileAuthorizationServer.CLIENT_ID + ":" + HostileAuthorizationServer.CLIENT_SECRET;
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return request.header("authorization").equals(Optional.of(basic))
                || (request.parameter("client_id").equals(Optional.of(HostileAuthorizationServer.CLIENT_ID))
                        && request.parameter("client_secret")
                                .equals(Optional.of(HostileAuthorizationServer.CLIENT_SECRET)));
    }
}
