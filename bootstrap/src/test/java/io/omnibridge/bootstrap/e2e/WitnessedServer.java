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

/** An authorization server that behaves until it is told otherwise, and remembers every secret that it gave out or was told. */
final class WitnessedServer implements AutoCloseable {

    static final List<String> CONFIDENTIAL_PARAMETERS = List.of("code", "code_verifier", "refresh_token", "token");

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final Queue<String> issued = new ConcurrentLinkedQueue<>();

    WitnessedServer() {
        behave();
    }

    HostileAuthorizationServer server() {
        return server;
    }

    void behave() {
        server.behave();
        server.always("/token", witnessed(Misbehaviour.altered(body -> {})));
    }

    /** The next request to the token endpoint goes wrong. */
    void next(Misbehaviour misbehaviour) {
        server.next("/token", witnessed(misbehaviour));
    }

    /** Every request to the token endpoint goes wrong. */
    void always(Misbehaviour misbehaviour) {
        server.always("/token", witnessed(misbehaviour));
    }

    /** Tokens that came without any browser. */
    Map<String, Object> grant(String subject) {
        return noted(server.grant(subject, "openid read"));
    }

    /** The living access token with this digest is there. */
    boolean livesByDigest(String digest) {
        return issued.stream().anyMatch(token -> BorrowingNode.digest(token).equals(digest) && server.isValid(token));
    }

    /** Makes {@code vault} fail if anything of it came out there. */
    void watch(Vault vault) {
        secrets().forEach(secret -> vault.watch("secret of a provider", secret));
    }

    List<String> secrets() {
        Stream<String> told = server.requests().stream().flatMap(WitnessedServer::told);
        return Stream.of(Stream.of(HostileAuthorizationServer.CLIENT_SECRET), issued.stream(), told)
                .flatMap(it -> it)
                .filter(secret -> secret.length() >= 16)
                .distinct()
                .toList();
    }

    private static Stream<String> told(RecordedRequest request) {
        return CONFIDENTIAL_PARAMETERS.stream().flatMap(name -> request.parameter(name).stream());
    }

    private Misbehaviour witnessed(Misbehaviour misbehaviour) {
        return (exchange, request, properly) -> misbehaviour.respond(exchange, request, () -> {
            Reply reply = properly.act();
            noted(reply.body());
            return reply;
        });
    }

    private Map<String, Object> noted(Map<String, Object> tokens) {
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
