package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The OpenID provider of the demo: anyone signs in as one of a few invented people, without a password (OpenID Connect Core §3.1, with
 * PKCE). It also gives JWTs for the API, to everyone who asks. Thread-safe.
 */
final class DemoIssuer {

    /** The paths of sign-ins begin so. */
    static final String BASE = "/issuer";

    /** The people that anyone can be. */
    static final List<String> PEOPLE = List.of("alice", "bob");

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String KEYS = "/jwks";
    private static final String TOKEN_FOR_API = "/demo-token";
    private static final Set<String> OTHERS = Set.of(DISCOVERY, KEYS, TOKEN_FOR_API);

    private static final String PAGE = DemoResources.text("sign-in.html");

    private final DemoTokens tokens;
    private final DemoCodes<DemoSignIn> codes;

    DemoIssuer(DemoTokens tokens, DemoCodes<DemoSignIn> codes) {
        this.tokens = tokens;
        this.codes = codes;
    }

    /** Returns whether a path is one of this issuer. */
    static boolean has(String path) {
        return path.startsWith(BASE + "/") || OTHERS.contains(path);
    }

    /**
     * Answers a request.
     *
     * @param parameters those of the query, or of the form of a POST
     */
    DemoResponse respond(String method, String path, Map<String, String> parameters) {
        boolean isForm = method.equals("POST");
        return switch (path) {
            case DISCOVERY -> DemoResponse.ok(metadata());
            case KEYS -> DemoResponse.text("application/json", new JWKSet(tokens.publicKey()).toString());
            case TOKEN_FOR_API -> DemoResponse.text("text/plain", tokens.forApi(person(parameters)) + "\n");
            case BASE + "/authorize" -> isForm ? signedIn(parameters) : signInPage(parameters);
            case BASE + "/token" -> isForm ? token(parameters) : DemoResponse.failed(405, "tokens are for POST");
            case BASE + "/sign-out" -> signedOut(parameters);
            default -> DemoResponse.failed(404, "there is no such path");
        };
    }

    private ObjectNode metadata() {
        String issuer = tokens.issuer();
        ObjectNode metadata = DemoResponse.object()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer + BASE + "/authorize")
                .put("token_endpoint", issuer + BASE + "/token")
                .put("end_session_endpoint", issuer + BASE + "/sign-out")
                .put("jwks_uri", issuer + KEYS);
        metadata.putArray("response_types_supported").add("code");
        metadata.putArray("subject_types_supported").add("public");
        metadata.putArray("id_token_signing_alg_values_supported").add("ES256");
        metadata.putArray("token_endpoint_auth_methods_supported").add("none");
        metadata.putArray("code_challenge_methods_supported").add("S256");
        return metadata;
    }

    private static DemoResponse signInPage(Map<String, String> parameters) {
        return DemoConsent.of(parameters)
                .map(it -> DemoResponse.page(PAGE, parameters))
                .orElseGet(DemoConsent::malformed);
    }

    private DemoResponse signedIn(Map<String, String> parameters) {
        return DemoConsent.of(parameters)
                .map(request -> {
                    DemoSignIn signIn =
                            new DemoSignIn(person(parameters), Optional.ofNullable(parameters.get("nonce")));
                    return DemoResponse.redirect(request.location("code", codes.issue(request, signIn)));
                })
                .orElseGet(DemoConsent::malformed);
    }

    private DemoResponse token(Map<String, String> parameters) {
        return codes.exchange(parameters)
                .map(signIn -> DemoResponse.ok(DemoResponse.object()
                        .put("token_type", "Bearer")
                        .put("access_token", tokens.forApi(signIn.person()))
                        .put("expires_in", DemoTokens.LIFETIME.toSeconds())
                        .put("id_token", tokens.id(signIn))))
                .orElseGet(() -> DemoResponse.failed(400, "invalid_grant"));
    }

    private static DemoResponse signedOut(Map<String, String> parameters) {
        String target = parameters.getOrDefault("post_logout_redirect_uri", "");
        return DemoConsent.isOnThisMachine(target)
                ? DemoResponse.redirect(URI.create(target))
                : DemoResponse.text("text/plain", "You are signed out of the demo.\n");
    }

    private static String person(Map<String, String> parameters) {
        String person = parameters.getOrDefault("account", "");
        return PEOPLE.contains(person) ? person : PEOPLE.get(0);
    }
}
