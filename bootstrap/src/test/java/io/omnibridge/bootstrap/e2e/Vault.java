package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.jwt.DevelopmentTokens;
import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.canary.Evidence;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * OmniBridge in a process of its own, with canaries for all its secrets and a log at TRACE. Every response and all output is
 * kept. Closing stops the process, and fails if any of that contains a canary.
 */
public final class Vault implements AutoCloseable {

    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "omnibridge";
    private static final Pattern KEY_MATERIAL = Pattern.compile("\"value\":\"([^\"]+)\"");
    private static final int STOPPED_BY_SIGKILL = 137;
    private static final int STOPPED_BY_SIGTERM = 143;

    private final Canaries canaries = new Canaries();
    private final Evidence evidence = new Evidence();
    private final DevelopmentTokens tokens;
    private final Map<String, String> settings;
    private final Run run;
    private final int port;
    private int expectedStatus = STOPPED_BY_SIGTERM;

    private Vault(Map<String, String> more, Function<Map<String, String>, Run> program) {
        String secret = canaries.plant("JWT secret");
        JwtPolicy policy = new JwtPolicy(ISSUER, AUDIENCE, "sub", Duration.ofSeconds(30), false, false);
        tokens = new DevelopmentTokens(policy, new HmacKey(secret), Clock.systemUTC());
        settings = new HashMap<>(Map.of(
                "OMNIBRIDGE_DRAIN",
                "0s",
                "OMNIBRIDGE_JWT_ISSUER",
                ISSUER,
                "OMNIBRIDGE_JWT_AUDIENCE",
                AUDIENCE,
                "OMNIBRIDGE_JWT_SECRET",
                secret,
                "OMNIBRIDGE_KEYSET",
                Keyset.generate().toJson(),
                "OMNIBRIDGE_HTTP_PORT",
                "0",
                "OMNIBRIDGE_METRICS_PORT",
                "0",
                "OMNIBRIDGE_LOG_LEVEL",
                "trace"));
        settings.putAll(more);
        keyMaterial(settings.getOrDefault("OMNIBRIDGE_KEYSET", "")).forEach(key -> canaries.watch("keyset", key));
        if (more.containsKey("OMNIBRIDGE_JWKS_URL") || more.containsKey("OMNIBRIDGE_JWT_SECRET_FILE")) {
            settings.remove("OMNIBRIDGE_JWT_SECRET");
        }
        run = program.apply(settings);
        port = portOf("listening");
    }

    static Vault start(Jdk jdk) {
        return new Vault(Map.of(), settings -> Omnibridge.run(jdk, settings, "serve"));
    }

    /** Starts a node on the store of {@code nodes}. */
    static Vault start(List<String> options, Nodes nodes, Map<String, String> more) {
        Vault vault = start(options, nodes.settings(more));
        vault.watch("store password", nodes.password());
        return vault;
    }

    static Vault start(List<String> options, Map<String, String> settings) {
        return new Vault(settings, all -> Omnibridge.run(Jdk.running(), options, all, "serve"));
    }

    /** Starts a node on the store of {@code nodes} whose clock is wrong. */
    static Vault drifting(Drift drift, Nodes nodes, Map<String, String> more) {
        Vault vault = new Vault(nodes.settings(more), all -> drift.start(all, "serve"));
        vault.watch("store password", nodes.password());
        return vault;
    }

    /** Returns a new secret that must not appear in any output. */
    String canary(String name) {
        return canaries.plant(name);
    }

    /** Adds a secret to the search and returns it. */
    String watch(String name, String secret) {
        return canaries.watch(name, secret);
    }

    /** Returns a JWT for {@code user}, and adds it to the search. */
    String token(String user) {
        return canaries.watch("JWT", unwatchedToken(new UserId(user), Duration.ofMinutes(10)));
    }

    /** Returns a JWT that is not searched for, for tests with very many tokens. */
    public String unwatchedToken(UserId user, Duration timeToLive) {
        return tokens.sign(user, Scopes.of(Permission.allScopes()), timeToLive);
    }

    /** Returns the body of a link request with canaries for all tokens, and with {@code more} members. */
    String linkBody(String provider, String account, String more) {
        return """
                {"provider":"%s","provider_account_id":"%s","access_token":"%s","refresh_token":"%s","id_token":"%s"%s}""".formatted(
                        provider,
                        account,
                        canary("access token"),
                        canary("refresh token"),
                        canary("id token"),
                        more.isEmpty() ? "" : "," + more);
    }

    RawResponse send(Request request) {
        return send(request.text());
    }

    RawResponse send(String request) {
        return keep("response", RawResponse.to(request, port));
    }

    RawResponse metrics() {
        return keep("metrics", RawResponse.to(Request.get("/metrics").text(), metricsPort()));
    }

    /** Reads the metrics, fails unless they contain each of {@code series}, and returns them. */
    String assertMetrics(String... series) {
        String metrics = metrics().body();
        for (String line : series) {
            assertTrue(metrics.contains(line), () -> line + " is not in\n" + metrics);
        }
        return metrics;
    }

    /** Keeps a response as evidence and returns it. */
    RawResponse keep(String channel, RawResponse response) {
        evidence.add(channel, response.characters());
        return response;
    }

    /** Keeps the output of another process as evidence. */
    void note(String channel, String text) {
        evidence.add(channel, text);
    }

    /** Keeps as evidence what other users of the machine and JMX clients see of the process. */
    void inspectProcess() {
        evidence.add("arguments", run.handle().info().commandLine().orElseThrow());
        for (String command : List.of("VM.system_properties", "VM.command_line")) {
            try (Run jcmd = Omnibridge.jcmd(Jdk.running(), run.handle(), command)) {
                assertEquals(0, jcmd.exit(), jcmd::err);
                evidence.add(command, jcmd.out());
            }
        }
    }

    /** Returns the settings of the process. */
    Map<String, String> settings() {
        return settings;
    }

    public int port() {
        return port;
    }

    int metricsPort() {
        return portOf("metrics");
    }

    Run run() {
        return run;
    }

    /** Kills the process with SIGKILL. */
    void kill() {
        expectedStatus = STOPPED_BY_SIGKILL;
        run.handle().destroyForcibly();
    }

    @Override
    public void close() {
        try (run) {
            run.terminate();
            assertEquals(expectedStatus, run.exit(), run::err);
            evidence.add("standard output", run.out());
            evidence.add("standard error", run.err());
            evidence.assertNoneOf(canaries);
        }
    }

    private int portOf(String listener) {
        return Integer.parseInt(run.awaitErr(listener + " on [^\\s\"]*:(\\d+)").group(1));
    }

    /** Returns the secret parts of a keyset in JSON. */
    static List<String> keyMaterial(String json) {
        return KEY_MATERIAL.matcher(json).results().map(key -> key.group(1)).toList();
    }
}
