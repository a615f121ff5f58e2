package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Process, start-up, metrics and the logs of libraries show no secret. */
class ConfidentialityIT {

    @Test
    @Tag("S6")
    void arguments_properties_and_start_show_no_secret() {
        try (Vault vault = Vault.start(List.of(), Map.of())) {
            vault.inspectProcess();
        }
    }

    /** Below INFO, Jetty logs Authorization headers and bodies. */
    @Test
    @Tag("S1")
    void no_setting_makes_libraries_log_below_info(@TempDir Path folder) throws IOException {
        Path everything = Files.writeString(folder.resolve("logback.xml"), """
            <configuration>
              <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>configured by file %level %logger %msg%n</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="OUT"/></root>
            </configuration>
            """);
        List<String> options = List.of(
                "-Dlogback.configurationFile=" + everything,
                "-Dorg.eclipse.jetty.LEVEL=ALL",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-Djava.util.logging.config.file=" + folder.resolve("none"));
        try (Vault vault = Vault.start(options, Map.of("OMNIBRIDGE_LOG_LEVEL", "trace"))) {
            vault.send(Request.post("/accounts/link", vault.linkBody("github", "1", ""))
                    .as(vault.token("alice")));
            vault.send(Request.get("/accounts?token=" + vault.canary("query")).as(vault.canary("bearer")));

            assertFalse(
                    vault.run().err().matches("(?s).*(TRACE|DEBUG) (\\[\\S+] )?(?!io\\.omnibridge|\\[).*"),
                    vault.run().err());
            assertEquals("", vault.run().out());
        }
    }

    @Test
    @Tag("S1")
    void words_of_searches_and_arguments_of_tools_are_shown_nowhere() {
        try (Vault vault = Vault.start(List.of(), Map.of("OMNIBRIDGE_LOG_LEVEL", "debug"))) {
            String alice = vault.token("alice");
            String words = vault.canary("words");
            String call =
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":{%s}}}";
            assertEquals(200, status(vault, Request.get("/search?q=" + words), alice));
            assertEquals(200, status(vault, Request.post("/search", "{\"q\":\"" + words + "\"}"), alice));
            assertEquals(400, status(vault, Request.get("/search?q=a&source=" + words), alice));
            assertEquals(400, status(vault, Request.post("/search", "{\"q\":\"a\",\"" + words + "\":1}"), alice));
            assertEquals(404, status(vault, Request.get("/items/" + words), alice));
            assertEquals(200, status(vault, tool(call, "search", "query", words), alice));
            assertEquals(200, status(vault, tool(call, "fetch", "id", words), alice));
            assertEquals(200, status(vault, tool(call, "list_sources", words, words), alice));
            assertEquals(400, status(vault, Request.post("/mcp", "{\"method\":\"" + words + "\"}"), alice));
            assertEquals(400, status(vault, Request.post("/mcp", words), alice));
        }
    }

    private static Request tool(String call, String tool, String name, String value) {
        return Request.post("/mcp", call.formatted(tool, "\"" + name + "\":\"" + value + "\""));
    }

    private static int status(Vault vault, Request request, String token) {
        return vault.send(request.as(token)).status();
    }

    @Test
    @Tag("D7")
    void metrics_are_labelled_by_route_and_contain_no_input_of_callers() {
        try (Vault vault = Vault.start(List.of(), Map.of())) {
            String alice = vault.token("alice");
            vault.send(Request.post("/accounts/link", vault.linkBody("github", "1", ""))
                    .as(alice));
            vault.send(Request.get("/accounts/github/" + vault.watch("path", "made-up-by-a-caller-7f3a"))
                    .as(alice));
            vault.send(Request.of("MADEUP", "/" + vault.watch("other path", "made-up-by-a-caller-9c1e")));
            vault.send(Request.get("/accounts").as(vault.canary("bearer")));

            vault.assertMetrics(
                    "omnibridge_http_requests_seconds_count{method=\"POST\",route=\"/accounts/link\",status=\"201\"} 1",
                    "route=\"/accounts/{provider}/{provider_account_id}\",status=\"404\"} 1",
                    "omnibridge_http_requests_seconds_count{method=\"other\",route=\"unmatched\"",
                    "omnibridge_jwt_refusals_total{reason=\"malformed\"} 1.0",
                    "jvm_memory_used_bytes{");
        }
    }
}
