package io.omnibridge.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Jdks;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real Keycloak in development mode, on loopback, with the realm of keycloak-realm.json. The profile real unpacks it. */
final class KeycloakServer implements AutoCloseable {

    static final String USER = "alice";
    static final String PASSWORD = "alice-of-the-test";
    static final String CLIENT_SECRET = "secret-of-the-test";

    private static final Duration MAX_START = Duration.ofMinutes(10);
    private static final int OLDEST_JDK = 21;
    private static final String ADMIN = "admin-of-the-test";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Run run;
    private final String url;

    private KeycloakServer(Path home, int port) {
        url = "http://127.0.0.1:" + port;
        Jdk jdk = Jdks.all().stream()
                .filter(it -> it.feature() >= OLDEST_JDK)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Keycloak needs an installed JDK from " + OLDEST_JDK + " on"));
        run = Run.start(
                home,
                Map.of(
                        "JAVA_HOME", jdk.home().toString(),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN),
                List.of("bin/kc.sh", "start-dev", "--http-host=127.0.0.1", "--http-port=" + port, "--import-realm"));
    }

    /** Starts Keycloak with an empty database, and returns when it answers. */
    static KeycloakServer start() throws IOException {
        Path home = home();
        Path imports = Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm =
                Objects.requireNonNull(KeycloakServer.class.getResourceAsStream("keycloak-realm.json"))) {
            Files.copy(realm, imports.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        removeDatabase(home.resolve("data/h2"));
        KeycloakServer server = new KeycloakServer(home, freePort());
        Poll.until(server::answers, MAX_START);
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of("target/keycloak").toAbsolutePath())) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static void removeDatabase(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    String issuer() {
        return url + "/realms/vault";
    }

    String jwksUrl() {
        return issuer() + "/protocol/openid-connect/certs";
    }

    /** Returns the token response of a user who signs in at an application. */
    JsonNode signIn(String client, String scope) {
        return token(
                "vault",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "username",
                        USER,
                        "password",
                        PASSWORD,
                        "scope",
                        scope));
    }

    /** Returns how many offline sessions the client of OmniBridge has. */
    int offlineSessions() {
        return admin(client("omnibridge").path("id").asText() + "/offline-session-count")
                .path("count")
                .asInt(-1);
    }

    /** Registers the back-channel logout URL of a client. */
    void notifyOfLogouts(String clientId, String logoutUrl) {
        ObjectNode client = (ObjectNode) client(clientId);
        ((ObjectNode) client.path("attributes")).put("backchannel.logout.url", logoutUrl);
        send(HttpRequest.newBuilder(URI.create(clients() + client.path("id").asText()))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(client.toString()))
                .build());
    }

    /** Ends all sessions of the user, as an administrator does. */
    void signOut() {
        String users = url + "/admin/realms/vault/users";
        String id = json(get(users + "?username=" + USER, adminToken()))
                .path(0)
                .path("id")
                .asText();
        send(HttpRequest.newBuilder(URI.create(users + "/" + id + "/logout"))
                .header("Authorization", "Bearer " + adminToken())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private String clients() {
        return url + "/admin/realms/vault/clients/";
    }

    private JsonNode client(String clientId) {
        return json(get(clients().replaceFirst("/$", "") + "?clientId=" + clientId, adminToken()))
                .path(0);
    }

    private JsonNode admin(String pathOfClient) {
        return json(get(clients() + pathOfClient, adminToken()));
    }

    private String adminToken() {
        return token(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                ADMIN,
                                "password",
                                ADMIN))
                .path("access_token")
                .asText();
    }

    private void send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new AssertionError(run.out(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode token(String realm, Map<String, String> parameters) {
        String form = parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return json(HttpRequest.newBuilder(URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static HttpRequest get(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private JsonNode json(HttpRequest request) {
        try {
            return new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError(run.out(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        if (!run.handle().isAlive()) {
            throw new AssertionError(run.out() + run.err());
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer())).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run.handle().descendants().forEach(ProcessHandle::destroy);
        run.close();
    }
}
