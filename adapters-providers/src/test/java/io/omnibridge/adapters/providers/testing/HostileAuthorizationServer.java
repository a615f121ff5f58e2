package io.omnibridge.adapters.providers.testing;

import com.nimbusds.jose.JWSAlgorithm;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * OpenID Connect provider on loopback that behaves correctly until a test orders a {@link Misbehaviour}. Its users consent at once.
 * It records every request and knows which tokens are valid. Thread-safe.
 */
public final class HostileAuthorizationServer implements AutoCloseable {

    public static final String CLIENT_ID = "omnibridge-client";
    public static final String CLIENT_SECRET = "client-secret-5c1e0f-of-more-than-32-bytes";

    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Misbehaviour>> queued = new ConcurrentHashMap<>();
    private final Map<String, Misbehaviour> lasting = new ConcurrentHashMap<>();
    private final Consents consents = new Consents();
    private final IssuedTokens tokens;
    private final IdTokenIssuer idTokens;
    private volatile String signedIn = "subject-1";
    private volatile Optional<String> callbackIssuer = Optional.empty();
    private final ServerEndpoints endpoints;

    private HostileAuthorizationServer(Clock clock) {
        this.tokens = new IssuedTokens(clock);
        this.idTokens = new IdTokenIssuer(clock, CLIENT_SECRET);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.endpoints = new ServerEndpoints(issuer(), consents, tokens, idTokens);
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts a server on a free port. */
    public static HostileAuthorizationServer start() {
        return start(Clock.systemUTC());
    }

    /** Starts a server with its own clock on a free port. */
    public static HostileAuthorizationServer start(Clock clock) {
        return new HostileAuthorizationServer(clock);
    }

    /** Returns the base URL, which is also the issuer. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public URI url(String path) {
        return URI.create(issuer() + path);
    }

    /** Sets the user who consents from now on. */
    public void signIn(String subject) {
        signedIn = subject;
    }

    /** Sets how the reuse of refresh tokens is treated from now on. */
    public void treatRefreshTokens(Reuse reuse, Duration grace) {
        tokens.treat(reuse, grace);
    }

    /** Sets the lifetime of new access tokens. */
    public void letAccessTokensLive(Duration life) {
        tokens.letAccessTokensLive(life);
    }

    /** Orders a misbehaviour for the next request to {@code path}; several calls apply to several requests in turn. */
    public void next(String path, Misbehaviour misbehaviour) {
        queued.computeIfAbsent(path, it -> new ConcurrentLinkedQueue<>()).add(misbehaviour);
    }

    /** Orders a misbehaviour for every request to {@code path} until {@link #behave}. */
    public void always(String path, Misbehaviour misbehaviour) {
        lasting.put(path, misbehaviour);
    }

    /** Ends all misbehaviour. */
    public void behave() {
        queued.clear();
        lasting.clear();
        endpoints.behave();
        callbackIssuer = Optional.empty();
    }

    /** Overrides a claim of all ID tokens; null removes it. */
    public void lie(String claim, @Nullable Object value) {
        endpoints.lie(claim, value);
    }

    /** Makes userinfo name another subject. */
    public void lieAtUserinfo(String subject) {
        endpoints.lieAtUserinfo(subject);
    }

    /** Returns another issuer with codes (RFC 9207). */
    public void lieAtCallback(String issuer) {
        callbackIssuer = Optional.of(issuer);
    }

    /** Sets whether the metadata announces {@code iss} and codes come with it (RFC 9207). */
    public void returnIssuer(boolean isReturned) {
        endpoints.returnIssuer(isReturned);
    }

    /** Signs ID tokens with a new key from now on. */
    public void rotateKeys() {
        idTokens.rotate();
    }

    /** Signs ID tokens with a new key that has the id of the former one. */
    public void rotateKeysUnderTheSameId() {
        idTokens.rotateUnderTheSameId();
    }

    /** Signs ID tokens by HS256 with the client secret, by ES256 (as it does at first), by EdDSA, or by an algorithm of RSA. */
    public void signIdTokensBy(JWSAlgorithm algorithm) {
        idTokens.signBy(algorithm);
    }

    /** Names no key in ID tokens and in the key set. */
    public void omitKeyIds() {
        idTokens.omitKeyIds();
    }

    /** Publishes other values in front of the key that signs ID tokens. */
    public void publishBeside(List<Object> others) {
        idTokens.publishBeside(others);
    }

    /** Returns the key that signs ID tokens, as it is published. */
    public Map<String, Object> signingKey() {
        return idTokens.key();
    }

    /** Adds members to the metadata, or overrides them; null removes one. */
    public void announce(String member, @Nullable Object value) {
        endpoints.announce(member, value);
    }

    /** Returns a JWT with these claims, signed with the key of ID tokens; null removes a claim that every JWT has. */
    public String sign(Map<String, Object> claims) {
        return idTokens.issue(Map.of(), claims);
    }

    /** Consents to the request {@code authorizationUrl} and returns the redirect URI with code, state and issuer. */
    public URI consent(URI authorizationUrl) {
        return URI.create(agree(HttpMessages.form(authorizationUrl.getRawQuery())));
    }

    /** Issues first tokens without a browser and returns the token response. */
    public Map<String, Object> grant(String subject, String scope) {
        return tokens.issue(subject, scope);
    }

    /** Returns all received requests in order. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public List<RecordedRequest> requests(String path) {
        return requests.stream().filter(it -> it.path().equals(path)).toList();
    }

    /** Returns the number of received refreshes. */
    public long refreshes() {
        return requests("/token").stream()
                .filter(it -> it.parameter("grant_type").equals(Optional.of("refresh_token")))
                .count();
    }

    /** Returns the number of received code exchanges. */
    public long exchanges() {
        return requests("/token").stream()
                .filter(it -> it.parameter("grant_type").equals(Optional.of("authorization_code")))
                .count();
    }

    /** Returns whether an access or refresh token is valid. */
    public boolean isValid(String token) {
        return tokens.isValid(token);
    }

    /** Returns the number of valid grants. */
    public long validGrants() {
        return tokens.validFamilies();
    }

    /** Makes a revocation end all grants of the token's user from now on, as RFC 7009 §2.1 allows. */
    public void endSessionByRevocation() {
        tokens.endSessionByRevocation();
    }

    /** Revokes all grants of a user, as the user can at the provider. */
    public void revokeAllOf(String subject) {
        tokens.revokeAllOf(subject);
    }

    /** Returns the operator's configuration for this server as YAML, indented by two spaces, with additional members. */
    public String yaml(String provider, String... more) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("  ").append(provider).append(":\n");
        List<String> members = List.of(
                "kind: oidc",
                "issuer: " + issuer(),
                "client_id: " + CLIENT_ID,
                "client_secret: " + CLIENT_SECRET,
                "scopes: [openid, read]");
        members.forEach(it -> yaml.append("    ").append(it).append('\n'));
        List.of(more).forEach(it -> yaml.append("    ").append(it).append('\n'));
        return yaml.toString();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        RecordedRequest request = HttpMessages.read(exchange);
        requests.add(request);
        Queue<Misbehaviour> turn = queued.getOrDefault(request.path(), new ConcurrentLinkedQueue<>());
        Misbehaviour misbehaviour = Optional.ofNullable(turn.poll()).orElse(lasting.get(request.path()));
        try (exchange) {
            if (misbehaviour != null) {
                misbehaviour.respond(exchange, request, () -> endpoints.reply(request));
            } else if (request.path().equals("/authorize")) {
                exchange.getResponseHeaders().set("Location", agree(HttpMessages.form(request.query())));
                exchange.sendResponseHeaders(302, -1);
            } else {
                HttpMessages.send(exchange, endpoints.reply(request));
            }
        }
    }

    private String agree(Map<String, String> request) {
        return consents.agree(
                request,
                signedIn,
                Optional.of(callbackIssuer.orElse(issuer())).filter(it -> endpoints.isIssuerReturned()));
    }
}
