package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.adapters.providers.testing.Reply;
import io.omnibridge.bootstrap.wiring.BorrowingNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Authorization server that records every secret that it issued or received. It behaves well until a test says otherwise. */
final class WatchedServer implements AutoCloseable {

    static final List<String> CONFIDENTIAL_PARAMETERS = List.of("code", "code_verifier", "refresh_token", "token");

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final Queue<String> issued = new ConcurrentLinkedQueue<>();

    WatchedServer() {
        behave();
    }

    HostileAuthorizationServer server() {
        return server;
    }

    void behave() {
        server.behave();
        server.always("/token", recorded(Misbehaviour.altered(body -> {})));
    }

    /** Makes the next request to the token endpoint go wrong. */
    void next(Misbehaviour misbehaviour) {
        server.next("/token", recorded(misbehaviour));
    }

    /** Makes every request to the token endpoint go wrong. */
    void always(Misbehaviour misbehaviour) {
        server.always("/token", recorded(misbehaviour));
    }

    /** Issues tokens without a browser. */
    Map<String, Object> grant(String subject) {
        return record(server.grant(subject, "openid read"));
    }

    /** Returns whether the access token with this digest is valid. */
    boolean isValidByDigest(String digest) {
        return issued.stream().anyMatch(token -> BorrowingNode.digest(token).equals(digest) && server.isValid(token));
    }

    /** Returns the refresh tokens that were issued, oldest first. */
    List<String> refreshTokens() {
        return issued.stream().filter(token -> token.startsWith("refresh-")).toList();
    }

    /** Makes {@code vault} search its output for the secrets of this server. */
    void watch(Vault vault) {
        secrets().forEach(secret -> vault.watch("secret of a provider", secret));
    }

    List<String> secrets() {
        Stream<String> received = server.requests().stream().flatMap(WatchedServer::received);
        return Stream.of(Stream.of(HostileAuthorizationServer.CLIENT_SECRET), issued.stream(), received)
                .flatMap(it -> it)
                .filter(secret -> secret.length() >= 16)
                .distinct()
                .toList();
    }

    private static Stream<String> received(RecordedRequest request) {
        return CONFIDENTIAL_PARAMETERS.stream().flatMap(name -> request.parameter(name).stream());
    }

    private Misbehaviour recorded(Misbehaviour misbehaviour) {
        return (exchange, request, properly) -> misbehaviour.respond(exchange, request, () -> {
            Reply reply = properly.act();
            record(reply.body());
            return reply;
        });
    }

    private Map<String, Object> record(Map<String, Object> tokens) {
        for (String name : List.of("access_token", "refresh_token")) {
            if (tokens.get(name) instanceof String token) {
                issued.add(token);
            }
        }
        return tokens;
    }

    @Override
    public void close() {
        server.close();
    }
}
