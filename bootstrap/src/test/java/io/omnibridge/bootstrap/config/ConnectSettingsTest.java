package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.domain.account.ProviderId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectSettingsTest extends ConfigFixture {

    private static final String PUBLIC_URL = "OMNIBRIDGE_PUBLIC_URL";
    private static final String PROVIDERS_FILE = "OMNIBRIDGE_PROVIDERS_FILE";
    private static final String KEEP_ALIVE = "OMNIBRIDGE_KEEP_ALIVE";
    private static final String VALUE = "cAnArY-77";

    @TempDir
    private Path folder;

    @Test
    @Tag("D23")
    void keep_alive_can_be_off() throws ConfigInvalid {
        ConnectConfig connect = with(Map.of(KEEP_ALIVE, "off")).connect();

        assertEquals(Optional.empty(), connect.keepAlive());
    }

    @Test
    void no_provider_is_configured_by_default() throws ConfigInvalid {
        ConnectConfig connect = connect(Map.of());

        assertEquals(
                new ConnectConfig(
                        Optional.empty(), Catalogue.empty(), Egress.DIRECT, Optional.of(Duration.ofDays(90)), false),
                connect);
    }

    @Test
    void settings_are_read_and_secret_files_are_found_beside_the_providers_file() throws ConfigInvalid, IOException {
        Files.writeString(folder.resolve("google-secret"), "s3cret\n");
        ConnectConfig connect =
                connect(Map.of(PUBLIC_URL, "https://vault.example/", KEEP_ALIVE, "30d", PROVIDERS_FILE, file("""
                        return_to:
                          - url: https://app.example/connected
                        providers:
                          google:
                            client_id: abc
                            client_secret_file: google-secret
                        """)));

        assertEquals(Optional.of(URI.create("https://vault.example")), connect.publicUrl());
        assertEquals(Optional.of(Duration.ofDays(30)), connect.keepAlive());
        assertTrue(connect.catalogue().find(new ProviderId("google")).isPresent());
        assertEquals(1, connect.catalogue().returnUrls().all().size());
        assertFalse(connect.showsTicket());
    }

    @ParameterizedTest
    @CsvSource({
        "https://vault.example, https://vault.example",
        "https://vault.example/, https://vault.example",
        "https://vault.example:8443/bridge/, https://vault.example:8443/bridge",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://localhost:8080, http://localhost:8080",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void a_public_url_loses_the_slash_at_its_end(String given, String kept) throws ConfigInvalid {
        assertEquals(
                Optional.of(URI.create(kept)),
                connect(Map.of(PUBLIC_URL, given)).publicUrl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cAnArY-77",
                "/cAnArY-77",
                "https:",
                "https://",
                "mailto:a@cAnArY-77.example",
                "ftp://cAnArY-77.example",
                "http://cAnArY-77.example",
                "http://localhost.cAnArY-77.example",
                "http://10.0.0.1:8080",
                "https://user:cAnArY-77@vault.example",
                "https://vault.example?cAnArY-77",
                "https://vault.example/?",
                "https://vault.example/#cAnArY-77",
                "https://vault.example/a/../cAnArY-77",
                "https://vault.example//cAnArY-77",
                "https://vault.example/a cAnArY-77"
            })
    @Tag("T1")
    @Tag("O5")
    void any_other_public_url_is_rejected_without_being_repeated(String url) {
        List<String> problems = problems(Map.of(PUBLIC_URL, url));

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith(PUBLIC_URL + " must be an "), problems::toString);
        assertFalse(problems.get(0).contains(VALUE));
    }

    @Test
    void providers_need_a_public_url() {
        assertEquals(
                List.of(PUBLIC_URL + " is required with " + PROVIDERS_FILE),
                problems(Map.of(PROVIDERS_FILE, file("providers: {}"))));
    }

    @Test
    @Tag("S6")
    void each_problem_in_the_file_is_reported_by_its_line_without_a_value() {
        List<String> problems = problems(Map.of(PUBLIC_URL, "https://vault.example", PROVIDERS_FILE, file("""
                        providers:
                          google:
                            client_id: abc
                            client_secret: cAnArY-77
                            clientsecret: cAnArY-77
                          corporate:
                            kind: cAnArY-77
                            client_id: abc
                            client_secret_file: cAnArY-77
                        """)));

        assertTrue(
                problems.contains(PROVIDERS_FILE + " line 5: providers.google.(a member) is an unknown member"),
                problems::toString);
        assertTrue(
                problems.contains(PROVIDERS_FILE
                        + " line 9: providers.corporate.client_secret_file names a file that cannot be read"),
                problems::toString);
        assertTrue(
                problems.stream().allMatch(problem -> problem.matches(PROVIDERS_FILE + " line \\d+: .*")),
                problems::toString);
        assertFalse(problems.toString().contains(VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        "OMNIBRIDGE_KEEP_ALIVE, 23h, must be from 86400s to 315360000s",
        "OMNIBRIDGE_KEEP_ALIVE, 3651d, must be from 86400s to 315360000s",
        "OMNIBRIDGE_KEEP_ALIVE, 90, 'must be a number with its unit: ms, s, m, h or d, such as 30s'",
        "OMNIBRIDGE_PUBLIC_URL, '', is empty",
        "OMNIBRIDGE_PROVIDERS, x, is not a setting of OmniBridge"
    })
    void a_problem_is_reported_by_the_name_of_its_setting(String name, String value, String problem) {
        assertEquals(List.of(name + " " + problem), problems(Map.of(name, value)));
    }

    @Test
    void problems_of_providers_and_of_other_settings_are_reported_together() {
        assertEquals(
                List.of(
                        "OMNIBRIDGE_HTTP_PORT must be an integer from 0 to 65535",
                        PROVIDERS_FILE + " names a file that cannot be read as UTF-8 text of at most 64 KiB",
                        KEEP_ALIVE + " must be from 86400s to 315360000s",
                        PUBLIC_URL + " is required with " + PROVIDERS_FILE),
                problems(Map.of(
                        "OMNIBRIDGE_HTTP_PORT",
                        "x",
                        KEEP_ALIVE,
                        "1s",
                        PROVIDERS_FILE,
                        folder.resolve(VALUE).toString())));
    }

    @Test
    void a_command_reads_this_part_alone_and_accepts_every_other_setting() throws ConfigInvalid {
        Map<String, String> environment = Map.of(
                PUBLIC_URL,
                "https://vault.example",
                PROVIDERS_FILE,
                file("providers: {google: {client_id: abc, client_secret: def}}"),
                "OMNIBRIDGE_HTTP_PORT",
                "not looked at",
                "OMNIBRIDGE_POSTGRES_PASSWORD_FILE",
                "not looked at");

        assertEquals(1, ConnectConfig.from(environment).catalogue().all().size());
        assertEquals(
                List.of("OMNIBRIDGE_PROVIDER_FILE is not a setting of OmniBridge"),
                assertThrows(ConfigInvalid.class, () -> ConnectConfig.from(Map.of("OMNIBRIDGE_PROVIDER_FILE", "x")))
                        .problems());
    }

    private String file(String yaml) {
        try {
            return Files.writeString(folder.resolve("providers.yaml"), yaml).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ConnectConfig connect(Map<String, String> more) throws ConfigInvalid {
        return with(more).connect();
    }
}
